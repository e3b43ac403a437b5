import { join } from 'node:path'
import type { ModelCard, ModelFile } from '../../domain/model-card.ts'
import { promisedChecksum } from './hash-file.ts'

export interface FilePlaces {
  /** Where the model has it. */
  installed: string
  /** Whole and right, until all the model's files are. */
  staged: string
  /** As far as it came. */
  part: string
  /** The ETag of what the part is a part of. */
  etag: string
}

/** Where a file of a model is, on its way and in the end. A card's paths cannot lead out (model-card.ts). */
export function placesOf(dir: string, { folder }: ModelCard, file: ModelFile): FilePlaces {
  const staged = join(stagingOf(dir), folder, `${file.path}.${promisedChecksum(file).slice(0, 12)}`)
  return {
    installed: join(dir, folder, file.path),
    staged,
    part: `${staged}.part`,
    etag: `${staged}.etag`
  }
}

export const stagingOf = (dir: string): string => join(dir, 'partial')

export const manifestOf = (dir: string, id: string): string =>
  join(dir, 'installed', `${id.replace(':', '-')}.json`)
