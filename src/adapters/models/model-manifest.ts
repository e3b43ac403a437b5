import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import { z } from 'zod'
import type { InstalledModel } from '../../domain/model-store.ts'
import type { ModelCard, ModelFile } from '../../domain/model-card.ts'
import { promisedChecksum } from './hash-file.ts'
import { manifestOf } from './model-places.ts'

const manifestSchema = z.object({
  id: z.string(),
  revision: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      /** As on the card when it was installed: what a later card is compared with. */
      checksum: z.string()
    })
  )
})

/** What makes a model installed: written last, when every file is in its place. */
export type Manifest = z.infer<typeof manifestSchema>

export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const path = manifestOf(dir, manifest.id)
  await mkdir(dirname(path), { recursive: true })
  await writeFileWhole(path, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Null where there is none, or none that can be read. */
export async function readManifest(dir: string, id: string): Promise<Manifest | null> {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(manifestOf(dir, id), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The model as its manifest has it; null where a file of it is missing or has another size. */
export async function findInstalled(dir: string, card: ModelCard): Promise<InstalledModel | null> {
  const manifest = await readManifest(dir, card.id)
  if (manifest === null) return null
  const folder = join(dir, card.folder)
  const files = manifest.files.map(({ path, bytes, sha256 }) => ({
    name: path,
    path: join(folder, path),
    bytes,
    sha256
  }))
  const there = await Promise.all(files.map(({ path, bytes }) => hasSize(path, bytes)))
  return there.every(Boolean) ? { id: card.id, folder, revision: manifest.revision, files } : null
}

export async function hasSize(path: string, bytes: number): Promise<boolean> {
  return (await sizeOf(path)) === bytes
}

/** Null where there is no such file. */
export async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() === true ? found.size : null
}

/** Was this file, with this content, installed with the model? */
export const manifestHas = (manifest: Manifest | null, file: ModelFile): boolean =>
  manifest?.files.some(({ path, checksum }) => path === file.path && checksum === promisedChecksum(file)) ??
  false
