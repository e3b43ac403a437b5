import { mkdir, rename, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ModelCard } from '../../domain/model-card.ts'
import { promisedChecksum, sha256OfFile } from './hash-file.ts'
import { writeManifest } from './model-manifest.ts'
import { stagingOf } from './model-places.ts'
import type { PlannedFile } from './plan-pull.ts'

/** Moves the staged files into the model's folder and writes the manifest, which is what makes it installed. */
export async function installFiles(
  dir: string,
  card: ModelCard,
  planned: readonly PlannedFile[]
): Promise<void> {
  for (const { places, state } of planned) {
    if (state === 'installed') continue
    await mkdir(dirname(places.installed), { recursive: true })
    await rename(places.staged, places.installed)
  }
  const files = await Promise.all(
    planned.map(async ({ file, places }) => ({
      path: file.path,
      bytes: file.bytes,
      sha256: file.sha256 ?? (await sha256OfFile(places.installed)),
      checksum: promisedChecksum(file)
    }))
  )
  await writeManifest(dir, { id: card.id, revision: card.revision, files })
  await removeEmptyFolders(planned, stagingOf(dir))
}

/** Another model's part may still be in one of them. */
async function removeEmptyFolders(planned: readonly PlannedFile[], root: string): Promise<void> {
  const folders = new Set<string>([root])
  for (const { places } of planned)
    for (let at = dirname(places.staged); at.length > root.length; at = dirname(at)) folders.add(at)
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) await rmdir(folder).catch(() => {})
}
