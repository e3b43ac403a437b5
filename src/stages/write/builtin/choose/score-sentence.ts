import type { Item } from '../../../../domain/feed.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { contentStems, overlapOf } from '../language/words.ts'

const BEST_WORDS = [12, 28] as const

function lengthFit(words: number): number {
  const [least, most] = BEST_WORDS
  if (words < least) return words / least
  return words > most ? Math.max(0.3, 1 - (words - most) / 20) : 1
}

/** How often the other items of the story speak of the same. */
function agreement(
  candidate: Candidate,
  others: readonly Item[],
  stemsOf: ReadonlyMap<string, ReadonlySet<string>>
): number {
  if (others.length === 0) return 0
  const shares = others.map(other => overlapOf(candidate.stems, stemsOf.get(other.id) ?? new Set()))
  return shares.reduce((sum, share) => sum + share, 0) / others.length
}

/** Scores the sentences of a story by place, title, agreement among outlets, figures and length: about 0 to 4, higher is better. */
export function createScorer(items: readonly Item[]): (candidate: Candidate) => number {
  const titles = new Map(items.map(item => [item.id, contentStems(item.title)]))
  const bodies = new Map(items.map(item => [item.id, contentStems(item.text.slice(0, 20_000))]))
  return candidate => {
    const others = items.filter(item => item.id !== candidate.item.id)
    const place = 1 / (1 + 0.22 * candidate.index)
    const title = overlapOf(candidate.stems, titles.get(candidate.item.id) ?? new Set())
    const figures = /\d/.test(candidate.text) ? 0.3 : 0
    const saying = /["“]/.test(candidate.text) ? 0.15 : 0
    const leaning = candidate.leans ? -0.35 : 0
    return (
      1.2 * place +
      0.7 * title +
      0.5 * agreement(candidate, others, bodies) +
      0.6 * lengthFit(candidate.words) +
      figures +
      saying +
      leaning
    )
  }
}
