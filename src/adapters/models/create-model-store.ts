import type { ModelStore } from '../../domain/model-store.ts'
import { UnknownModelError } from '../../domain/model-store.ts'
import { freeBytesAt } from './free-space.ts'
import { listModel } from './list-model.ts'
import { findInstalled } from './model-manifest.ts'
import type { ModelStoreSettings, PullLimits } from './model-store-settings.ts'
import { nearestIds } from './nearest-ids.ts'
import { pullModel } from './pull-model.ts'

export const HUGGING_FACE = 'https://huggingface.co'

const LIMITS: PullLimits = { lanes: 2, tries: 3, retryDelayMs: 1000, stallMs: 30_000 }

export interface ModelStoreOptions {
  /** `<home>/models`; made when something is pulled. */
  dir: string
  cards: ModelStoreSettings['cards']
  /** Default: Hugging Face. */
  endpoint?: string
  limits?: Partial<PullLimits>
  freeBytes?: ModelStoreSettings['freeBytes']
}

/** The models below a folder: what is installed is what its manifest says, and only `pull` uses the network. */
export function createModelStore(options: ModelStoreOptions): ModelStore {
  const { dir, cards } = options
  const settings: ModelStoreSettings = {
    dir,
    cards,
    endpoint: options.endpoint ?? HUGGING_FACE,
    limits: { ...LIMITS, ...options.limits },
    freeBytes: options.freeBytes ?? freeBytesAt
  }
  const cardOf = (id: string) => {
    const card = cards.find(card => card.id === id)
    if (card !== undefined) return card
    const ids = nearestIds(
      id,
      cards.map(card => card.id)
    )
    throw new UnknownModelError(`there is no model "${id}"; there are, the nearest first: ${ids.join(', ')}`)
  }
  return {
    cards,
    card: cardOf,
    list: () => Promise.all(cards.map(card => listModel(dir, card, cards))),
    find: async id => {
      const card = cards.find(card => card.id === id)
      return card === undefined ? null : findInstalled(dir, card)
    },
    pull: async (id, pull = {}) => pullModel(cardOf(id), settings, pull)
  }
}
