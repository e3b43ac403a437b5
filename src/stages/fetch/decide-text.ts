import type { Item } from '../../domain/feed.ts'
import { countWords } from '../../domain/text.ts'
import { cleanPage } from './clean-page.ts'
import { keepSummary } from './keep-summary.ts'
import type { PageText } from './page-ports.ts'
import { hasPaywall } from './page-walls.ts'
import { readableText } from './readable-part.ts'
import { refusePage } from './refuse-page.ts'
import type { ToldItem } from './refuse-page.ts'
import { substanceOf } from './substance-of.ts'

export interface TextDecision {
  /** How much of the story was obtained. */
  textKind: Item['substance']
  text: string
  from: 'feed' | 'page'
  /** Why the page's text was not used; null where it was, or where no page was read. */
  refused: string | null
}

/** Shorter pages add nothing to what the feed said that is worth another wording. */
const LEAST_MORE_WORDS = 15

const kindOf = (title: string, text: string): Item['substance'] =>
  title.trim() === '' ? 'headline' : substanceOf(title, text)

const fromFeed = (item: ToldItem, refused: string | null): TextDecision => ({
  textKind: kindOf(item.title, item.text),
  text: item.text,
  from: 'feed',
  refused
})

/** Some pages of subscribers begin with as much as a whole short story; the end is missing all the same. */
const isCutShort = (page: PageText): boolean =>
  page.isFree === false || hasPaywall(readableText(page.paragraphs))

/**
 * Chooses between what the feed said of an item (its `text`, cleaned) and what stands on its page: the page's, where
 * it is the same story, longer, and not kept back; what the feed alone said stays before it.
 */
export function decideText(item: ToldItem, page: PageText | null): TextDecision {
  if (page === null) return fromFeed(item, null)
  const story = cleanPage(page, item.title)
  const refused = refusePage(item, page, story)
  if (refused !== null) return fromFeed(item, refused)
  if (countWords(story) < countWords(item.text) + LEAST_MORE_WORDS)
    return fromFeed(item, 'the page says no more than the feed')
  const text = keepSummary(item, story)
  const kind = kindOf(item.title, text)
  const textKind = kind === 'full' && isCutShort(page) ? 'summary' : kind
  return { textKind, text, from: 'page', refused: null }
}
