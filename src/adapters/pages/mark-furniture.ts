import type { PageKind } from '../../stages/fetch/page-ports.ts'
import type { DomDocument, DomElement } from './dom.ts'

type Furniture = Extract<PageKind, 'caption' | 'aside'>

/** Readability drops containers with their classes, but leaves the attributes of paragraphs alone. */
const MARK = 'data-page-furniture'
/** The Guardian and others set captions as a list below the picture. */
const LIST_OF_CAPTIONS = 'figure + ul'
const MOST_CAPTIONS = 2
const MARKED_PARTS = 'p, div, section, li, h2, h3, h4, h5, h6, blockquote, span'
/** A class on much of a page's prose tells nothing about its parts. */
const MOST_SHARE = 0.2

const CAPTION_CLASS = /\b(?:captions?|credits?|photographer|copyright|wp-caption-text)\b/
const ASIDE_CLASS =
  /\b(?:share|sharing|social|newsletters?|sign-?up|subscri\w{1,8}|promos?|promoted|advert\w{0,10}|sponsor\w{0,4}|related|recommend\w{0,6}|recirc\w{0,8}|read-?more|more-?(?:on|from|stories)|comments|bio|about-author|author-?(?:bio|info|box|card)|pull-?quotes?|breadcrumbs?|tags|toolbar|timestamp|cookies?|paywall|donat\w{1,4}|inset)\b/

/** "articleShareTools" and "article__share_tools" as words. */
const wordsOf = (names: string): string =>
  names
    .slice(0, 300)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/_+|--+/g, ' ')
    .toLowerCase()

function kindByClass(element: DomElement): Furniture | null {
  const names = wordsOf(`${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`)
  if (CAPTION_CLASS.test(names)) return 'caption'
  return ASIDE_CLASS.test(names) ? 'aside' : null
}

const lengthOf = (element: DomElement): number => (element.textContent ?? '').length

function mark(element: DomElement, kind: Furniture): void {
  for (const part of [element, ...element.querySelectorAll(MARKED_PARTS)]) part.setAttribute(MARK, kind)
}

/** Marks captions and what stands beside the story, as classes tell them, so that Readability cannot lose it. */
export function markFurniture(document: DomDocument): void {
  const prose = [...document.querySelectorAll('p')].reduce((sum, element) => sum + lengthOf(element), 0)
  for (const element of document.querySelectorAll('[class], [itemprop]')) {
    const kind = element.getAttribute(MARK) === null ? kindByClass(element) : null
    if (kind !== null && lengthOf(element) <= prose * MOST_SHARE) mark(element, kind)
  }
  for (const list of document.querySelectorAll(LIST_OF_CAPTIONS))
    if ([...list.querySelectorAll('li')].length <= MOST_CAPTIONS) mark(list, 'caption')
}

/** How an element was marked. */
export function markOf(element: DomElement): Furniture | undefined {
  const mark = element.getAttribute(MARK)
  return mark === 'caption' || mark === 'aside' ? mark : undefined
}
