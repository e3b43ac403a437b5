import { join } from 'node:path'
import { modelBytes, type ModelCard } from '../../domain/model-card.ts'
import type { ListedModel } from '../../domain/model-store.ts'
import { findInstalled, hasSize, manifestHas, readManifest, sizeOf } from './model-manifest.ts'
import { placesOf } from './model-places.ts'

/** How far a model is here, by sizes and manifests alone: nothing is hashed. */
export async function listModel(
  dir: string,
  card: ModelCard,
  cards: readonly ModelCard[]
): Promise<ListedModel> {
  const listed = { card, bytes: modelBytes(card), folder: join(dir, card.folder) }
  const manifest = await readManifest(dir, card.id)
  if ((await findInstalled(dir, card)) !== null)
    return { ...listed, state: 'installed', outdated: !card.files.every(file => manifestHas(manifest, file)) }
  return { ...listed, state: (await isBegun(dir, card, cards)) ? 'partly' : 'not', outdated: false }
}

/** Is anything of it here that no other model brought? */
async function isBegun(dir: string, card: ModelCard, cards: readonly ModelCard[]): Promise<boolean> {
  const others = cards.filter(({ id, folder }) => id !== card.id && folder === card.folder)
  const manifests = await Promise.all(others.map(({ id }) => readManifest(dir, id)))
  for (const file of card.files) {
    const { installed, staged, part } = placesOf(dir, card, file)
    if (((await sizeOf(staged)) ?? (await sizeOf(part))) !== null) return true
    if (manifests.some(manifest => manifestHas(manifest, file))) continue
    if (await hasSize(installed, file.bytes)) return true
  }
  return false
}
