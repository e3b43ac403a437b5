import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import type { ModelCard, ModelFile } from '../../domain/model-card.ts'
import { ModelError } from '../../domain/model-store.ts'
import type { FileSource } from './file-source.ts'
import { sizeOf } from './model-manifest.ts'
import { wrongSizeError } from './plan-answer.ts'

/** Where a folder may have a file: as a store has it, as the repository has it, or all of them side by side. */
const candidatesOf = (from: string, { folder }: ModelCard, file: ModelFile): string[] => [
  ...new Set(
    [
      file.path,
      `${folder}/${file.path}`,
      `models/${folder}/${file.path}`,
      file.source,
      basename(file.path),
      basename(file.source)
    ].map(path => join(from, path))
  )
]

/** The path of each file in a folder; throws naming every one that is missing. */
export async function findInFolder(
  from: string,
  card: ModelCard,
  files: readonly ModelFile[]
): Promise<Map<ModelFile, string>> {
  const found = new Map<ModelFile, string>()
  const missing: string[] = []
  for (const file of files) {
    const path = await firstThere(candidatesOf(from, card, file))
    if (path === null) missing.push(file.path)
    else found.set(file, path)
  }
  if (missing.length === 0) return found
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : ''
  throw new ModelError(
    `${from} lacks ${missing.slice(0, 5).join(', ')}${more} of ${card.id}. It should hold them as the models/ folder of a library does, as ${card.repository} does, or side by side`
  )
}

async function firstThere(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if ((await sizeOf(path)) !== null) return path
  return null
}

/** A file of a folder, from `offset` on. */
export async function openFolderSource(
  path: string,
  file: ModelFile,
  offset: number,
  signal: AbortSignal
): Promise<FileSource> {
  const bytes = await sizeOf(path)
  if (bytes !== file.bytes) throw wrongSizeError(path, file, `it has ${bytes ?? 0} bytes`)
  const chunks = createReadStream(path, { start: offset, highWaterMark: 1 << 20, signal })
  return { start: offset, etag: null, name: path, chunks }
}
