import { Readability } from '@mozilla/readability'
import { countWords } from '../../domain/text.ts'
import type { PageParagraph } from '../../stages/fetch/page-ports.ts'
import { parseFragment } from './dom.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { markFurniture } from './mark-furniture.ts'
import { paragraphsOf } from './paragraphs-of.ts'

export interface FoundArticle {
  paragraphs: PageParagraph[]
  title: string | null
  byline: string | null
  siteName: string | null
  publishedTime: string | null
  lang: string | null
}

/** A paragraph of a page without an article: shorter ones are buttons and labels. */
const LEAST_WORDS = 6
const NOT_AROUND = 'nav, footer, aside, header, figure'
/** A description of the article takes over where what stands on the page has less than this share of its words. */
const STUB_SHARE = 1 / 3
const LEAST_BODY_WORDS = 60

const wordsIn = (paragraphs: readonly PageParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + countWords(text), 0)

function plainParagraphs(document: DomDocument): PageParagraph[] {
  return [...document.querySelectorAll('p')]
    .filter(element => element.closest(NOT_AROUND) === null)
    .flatMap(paragraphsOf)
    .filter(({ kind, text }) => kind === 'prose' && countWords(text) >= LEAST_WORDS)
}

/** The `articleBody` of JSON-LD: pages that scripts build often carry the whole article there, as text or as HTML. */
function paragraphsOfBody(body: string): PageParagraph[] {
  const markup = /<(?:p|br|div)\b/i.test(body) ? body : body.replace(/\s*\n\s*/g, '<br>')
  return paragraphsOf(parseFragment(markup))
}

function longerOf(onPage: PageParagraph[], described: PageParagraph[]): PageParagraph[] {
  const words = wordsIn(described)
  return words >= LEAST_BODY_WORDS && wordsIn(onPage) < words * STUB_SHARE ? described : onPage
}

/** The article on a page, or as `body` (JSON-LD) has it where the page shows but a stub. Takes the document apart. */
export function findArticle(document: DomDocument, body: string | null): FoundArticle {
  markFurniture(document)
  const before = plainParagraphs(document)
  const found = new Readability<DomElement>(document, { serializer: node => node }).parse()
  const onPage = found?.content ? paragraphsOf(found.content) : []
  return {
    paragraphs: longerOf(onPage.length > 0 ? onPage : before, body === null ? [] : paragraphsOfBody(body)),
    title: found?.title ?? null,
    byline: found?.byline ?? null,
    siteName: found?.siteName ?? null,
    publishedTime: found?.publishedTime ?? null,
    lang: found?.lang ?? null
  }
}
