import { createSeededRandom } from '../language/seeded-random.ts'
import { capitalised } from '../language/words.ts'

export interface PhraseBook {
  /** A phrase of the pool that was not used yet, its slots filled; null where none is left. */
  pick(pool: readonly string[], slots?: Record<string, string>): string | null
  /** The same for a plain phrase, which may come again with something else in its slots; the least used first. */
  pickPlain(pool: readonly string[], slots: Record<string, string>): string | null
  /** The least used phrase, also where it was said in the same words: for a part of a sentence, which is another each time. */
  pickAgain(pool: readonly string[], slots: Record<string, string>): string | null
  /** Is a thing that may be done so often in an episode still to be had? Counts it. */
  spend(what: unknown, most: number): boolean
}

const SLOT = /\{(\p{L})(\p{L}*)\}/gu

/** "{outlet}" is filled as it is, "{Outlet}" with a capital; null where the phrase asks for what is not there. */
function fill(phrase: string, slots: Record<string, string>): string | null {
  const keys = [...phrase.matchAll(SLOT)].map(([, first = '', rest = '']) => first.toLowerCase() + rest)
  if (keys.some(key => (slots[key] ?? '') === '')) return null
  return phrase.replace(SLOT, (_all, first: string, rest: string) => {
    const value = slots[first.toLowerCase() + rest] ?? ''
    return first === first.toLowerCase() ? value : capitalised(value)
  })
}

/** Which phrase of a pool comes first: another one on each of as many days in a row as the pool has phrases. */
export interface Rotation {
  /** The same for all episodes of a show. */
  seed: string
  /** Days since any day. */
  day: number
}

/** The list with one of its members at the front. */
const ledBy = <T>(first: T | undefined, list: readonly T[]): T[] =>
  first === undefined ? [...list] : [first, ...list.filter(each => each !== first)]

/** Phrases of an episode: in an order of the seed's, and none twice. */
export function createPhraseBook(seed: string, rotation?: Rotation): PhraseBook {
  const used = new Set<string>()
  const times = new Map<string, number>()
  const spent = new Map<unknown, number>()
  const orders = new Map<readonly string[], string[]>()
  const orderOf = (pool: readonly string[]): string[] => {
    const shuffled = (by: string): string[] => createSeededRandom(`${by} ${pool.join()}`).shuffled(pool)
    const first = rotation === undefined ? undefined : shuffled(rotation.seed)[rotation.day % pool.length]
    const known = orders.get(pool) ?? ledBy(first, shuffled(seed))
    orders.set(pool, known)
    return known
  }
  const leastUsed = (
    pool: readonly string[],
    slots: Record<string, string>,
    fits: (filled: string) => boolean
  ): string | null => {
    const fitting = orderOf(pool).flatMap(phrase => {
      const filled = fill(phrase, slots)
      return filled === null || !fits(filled) ? [] : [{ phrase, filled, count: times.get(phrase) ?? 0 }]
    })
    const [found] = fitting.sort((a, b) => a.count - b.count)
    if (found === undefined) return null
    times.set(found.phrase, found.count + 1)
    used.add(found.filled)
    return found.filled
  }
  return {
    pick(pool, slots = {}) {
      for (const phrase of orderOf(pool)) {
        const filled = used.has(phrase) ? null : fill(phrase, slots)
        if (filled === null || used.has(filled)) continue
        used.add(phrase).add(filled)
        return filled
      }
      return null
    },
    pickPlain: (pool, slots) => leastUsed(pool, slots, filled => !used.has(filled)),
    pickAgain: (pool, slots) => leastUsed(pool, slots, () => true),
    spend(what, most) {
      const count = spent.get(what) ?? 0
      if (count < most) spent.set(what, count + 1)
      return count < most
    }
  }
}
