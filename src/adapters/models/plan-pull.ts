import type { ModelCard, ModelFile } from '../../domain/model-card.ts'
import { isRightFile } from './hash-file.ts'
import { hasSize, manifestHas, readManifest, sizeOf } from './model-manifest.ts'
import { placesOf, type FilePlaces } from './model-places.ts'

export interface PlannedFile {
  file: ModelFile
  places: FilePlaces
  /** In its place and right; whole and right, but not yet in its place; or to be fetched. */
  state: 'installed' | 'staged' | 'missing'
  /** Of a missing one, how much an earlier pull brought. */
  partBytes: number
}

/**
 * What a pull has to do. A file in its place counts as right where a manifest of its folder has it and its size is
 * right; without a manifest, and with `verify`, it is hashed.
 */
export async function planPull(
  dir: string,
  card: ModelCard,
  cards: readonly ModelCard[],
  options: { verify: boolean; signal: AbortSignal }
): Promise<PlannedFile[]> {
  const sharers = cards.filter(({ folder }) => folder === card.folder)
  const manifests = await Promise.all(sharers.map(({ id }) => readManifest(dir, id)))
  const planned: PlannedFile[] = []
  for (const file of card.files) {
    const places = placesOf(dir, card, file)
    const known = !options.verify && manifests.some(manifest => manifestHas(manifest, file))
    planned.push({ file, places, ...(await stateOf(file, places, known, options.signal)) })
  }
  return planned
}

async function stateOf(
  file: ModelFile,
  { installed, staged, part }: FilePlaces,
  known: boolean,
  signal: AbortSignal
): Promise<Pick<PlannedFile, 'state' | 'partBytes'>> {
  const right =
    (await hasSize(installed, file.bytes)) && (known || (await isRightFile(installed, file, signal)))
  if (right) return { state: 'installed', partBytes: 0 }
  if (await hasSize(staged, file.bytes)) return { state: 'staged', partBytes: 0 }
  return { state: 'missing', partBytes: Math.min((await sizeOf(part)) ?? 0, file.bytes) }
}

/** What is still to be fetched, the largest first: the small ones fill the other lane beside it. */
export const missingOf = (planned: readonly PlannedFile[]): PlannedFile[] =>
  planned.filter(({ state }) => state === 'missing').sort((a, b) => b.file.bytes - a.file.bytes)

export const bytesToFetch = (planned: readonly PlannedFile[]): number =>
  missingOf(planned).reduce((sum, { file, partBytes }) => sum + file.bytes - partBytes, 0)
