import type { Story } from '../../../../domain/rundown.ts'
import { continued } from '../language/continued.ts'
import { tokensOf } from '../language/words.ts'
import { chapterTitle } from './titles.ts'

const MOST_CHARACTERS = 90
const MOST_SECONDS = 3

/** Headlines of a story that may be shown, of all its outlets. */
function headlinesOf({ title, items }: Story): string[] {
  const all = [{ title, outlet: items[0]?.outlet ?? '' }, ...items]
  return all.flatMap(each => chapterTitle(each.title, each.outlet) ?? [])
}

/** In the middle of the title, a headline has a small letter where it begins with no name. */
function inside(headline: string, { items }: Story): string {
  const [first = ''] = tokensOf(headline)
  const words = items.flatMap(({ text }) => tokensOf(text.slice(0, 4000)))
  const isWord = words.includes(first.toLowerCase()) && first !== first.toLowerCase()
  return isWord
    ? headline.charAt(0).toLowerCase() + headline.slice(1)
    : (continued(headline, () => true) ?? headline)
}

function joined(first: string, second: string, hasMore: boolean): string {
  if (/[,;:–—]/.test(first + second)) return `${first}; ${second}${hasMore ? '; and more' : ''}`
  return hasMore ? `${first}, ${second}, and more` : `${first}, and ${second}`
}

/** The two biggest stories of an episode, told in this order; the first alone where no other fits. Null where neither has a headline. */
export function episodeTitle(told: readonly Story[]): string | null {
  const [lead, ...others] = told
  const firsts = lead === undefined ? [] : headlinesOf(lead)
  const seconds = others
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_SECONDS)
    .flatMap(story => headlinesOf(story).map(headline => inside(headline, story)))
  const [first = null] = firsts
  const pairs = seconds.flatMap(two =>
    [told.length > 2, false].flatMap(hasMore => firsts.map(one => joined(one, two, hasMore)))
  )
  return pairs.find(title => title.length <= MOST_CHARACTERS) ?? first
}
