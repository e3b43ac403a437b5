import type { Story } from '../../../domain/rundown.ts'
import { splitSentences } from '../../../domain/sentences.ts'
import { MONTHS, WEEKDAYS } from '../builtin/language/word-lists.ts'
import { contentStems, overlapOf, startsUpper, tokensOf } from '../builtin/language/words.ts'
import type { EarlierStory } from './earlier-episode.ts'

const LEAST_TITLE_OVERLAP = 0.5
const LEAST_SHARED_STEMS = 2
const LEAST_SHARED_NAMES = 2
const MOST_CHARACTERS = 20_000
const NO_NAMES: ReadonlySet<string> = new Set([...MONTHS, ...WEEKDAYS, 'I'])

/** Words that are capitalised inside a sentence. */
const namesIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .flatMap(text => splitSentences(text.slice(0, MOST_CHARACTERS)))
      .flatMap(sentence => tokensOf(sentence).slice(1))
      .filter(word => startsUpper(word) && !NO_NAMES.has(word))
  )

const countShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter(each => b.has(each)).length

const isAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  overlapOf(a, b) >= LEAST_TITLE_OVERLAP && countShared(a, b) >= LEAST_SHARED_STEMS

/** The same thing reported: by an item that both have, or by alike titles and names that both speak of. */
export function isSameStory(story: Story, earlier: EarlierStory): boolean {
  if (story.items.some(({ id }) => earlier.itemIds.includes(id))) return true
  const title = contentStems(earlier.title)
  const titles = [story.title, ...story.items.map(item => item.title)].map(contentStems)
  if (!titles.some(each => isAlike(each, title))) return false
  const names = namesIn(story.items.map(({ text }) => text))
  return countShared(names, new Set(earlier.lines.flatMap(tokensOf))) >= LEAST_SHARED_NAMES
}
