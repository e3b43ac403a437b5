import { countWords } from '../../domain/text.ts'
import { cleanBody } from './clean-body.ts'
import { isAuthorBio, isEndMatter, isPageFurniture } from './page-furniture.ts'
import type { PageKind, PageParagraph, PageText } from './page-ports.ts'
import { readablePart } from './readable-part.ts'

const TOLD: ReadonlySet<PageKind> = new Set<PageKind>(['prose', 'quote', 'list'])

/** Boxes between the paragraphs have the same headings; after the end of a story comes little that looks like one. */
const END_FROM = 0.7
/** Of the last paragraphs, any may tell of the author. */
const LAST = 3
/** Shorter repetitions inside a longer paragraph are pulled out of it to be seen. */
const PULLED_WORDS = 40

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Cuts related stories, comments and the like off the end. */
function withoutEndMatter(paragraphs: readonly PageParagraph[]): PageParagraph[] {
  const words = paragraphs.map(({ kind, text }) => (TOLD.has(kind) ? countWords(text) : 0))
  const least = words.reduce((sum, count) => sum + count, 0) * END_FROM
  let told = 0
  const end = paragraphs.findIndex(({ text }, at) => {
    const isEnd = told >= least && told > 0 && isEndMatter(text)
    told += words[at] ?? 0
    return isEnd
  })
  return end === -1 ? [...paragraphs] : paragraphs.slice(0, end)
}

/** Without what somebody is quoted or listed as saying: after "She said:", which cannot be told alone, it would be our word. */
function withoutIntroduced(paragraphs: readonly PageParagraph[]): PageParagraph[] {
  let isIntroduced = false
  return paragraphs.filter(({ kind, text }) => {
    const hangs = kind === 'list' || kind === 'quote'
    if (!hangs) isIntroduced = kind === 'prose' && /:\s*$/.test(text)
    return !(hangs && isIntroduced)
  })
}

/** Without quotations that are pulled out of the text beside them, and without what stands there twice. */
function withoutRepeated(lines: readonly string[]): string[] {
  const known = lines.map(normal)
  return lines.filter((_line, at) => {
    const own = known[at] ?? ''
    if (own === '' || known.indexOf(own) < at) return false
    return (
      countWords(own) > PULLED_WORDS || !known.some((other, index) => index !== at && isPulled(own, other))
    )
  })
}

const isPulled = (own: string, other: string): boolean =>
  other.length > own.length && countWords(own) >= 5 && ` ${other} `.includes(` ${own} `)

/** "… voraus. (bsc)": German desks sign the last sentence. */
const withoutInitials = (line: string): string =>
  line.replace(/([.!?]["”“»]?)\s\(\p{Ll}[\p{L}/, -]{1,12}\)$/u, '$1')

/**
 * The story on a page as it can be told: whole sentences in paragraphs parted by a blank line, at most 20,000
 * characters, without what markup or wording give away as the page around it. `title` is the item's.
 */
export function cleanPage(page: Pick<PageText, 'paragraphs' | 'byline'>, title: string): string {
  const told = withoutIntroduced(withoutEndMatter(readablePart(page.paragraphs))).filter(
    ({ kind, text }) => TOLD.has(kind) && !isPageFurniture(text)
  )
  const lines = told.map(({ text }) => text)
  const story = lines.filter((line, at) => at < lines.length - LAST || !isAuthorBio(line, page.byline))
  return cleanBody(withoutRepeated(story).map(withoutInitials).join('\n\n'), title)
}
