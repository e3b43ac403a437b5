import { parseMarkup } from './dom.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { MAX_DEPTH, MAX_PAGE_CHARACTERS, MAX_TAGS } from './page-limits.ts'
import { PageError } from './page-error.ts'

const OF_THE_HEAD = 'title, meta, link, base'

function validateTags(html: string): void {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const next = html.charCodeAt(at + 1) | 0x20
    if (next >= 0x61 && next <= 0x7a) tags++
  }
  if (tags > MAX_TAGS)
    throw new PageError(
      `the page has ${tags} tags; more than ${MAX_TAGS} are not read, as no article has so many`
    )
}

function validateDepth(document: DomDocument): void {
  let depth = 0
  for (let element: DomElement | null = document.documentElement; element !== null;) {
    if (depth > MAX_DEPTH)
      throw new PageError(`the page has more than ${MAX_DEPTH} elements within each other`)
    if (element.firstElementChild !== null) {
      element = element.firstElementChild
      depth++
      continue
    }
    while (element !== null && element.nextElementSibling === null) {
      element = element.parentElement
      depth--
    }
    element = element?.nextElementSibling ?? null
  }
}

/** linkedom 0.18 does not add the html and body that HTML lets an author leave out. */
const hasFrame = (document: DomDocument): boolean =>
  document.documentElement?.localName === 'html' && document.body.parentNode === document.documentElement

/** HTML puts what follows the end of the body into it. */
function takeInWhatFollows({ documentElement, body }: DomDocument): void {
  for (const last of [body, documentElement])
    for (let next = last.nextSibling; next !== null; next = last.nextSibling) body.append(next)
}

const HTML_TAGS = /<\/?(?:html|head|body)(?:\s[^<>]{0,2000})?>/gi

function withFrame(html: string): DomDocument {
  const lang = /<html\s[^<>]{0,500}?\blang\s*=\s*["']?([\w-]{1,40})/i.exec(html)?.[1] ?? ''
  const inside = html.replace(/^\s*<!doctype[^>]{0,500}>/i, '').replace(HTML_TAGS, '')
  const document = parseMarkup(
    `<!doctype html><html lang="${lang}"><head></head><body>${inside}</body></html>`
  )
  document.head.append(...document.body.querySelectorAll(OF_THE_HEAD))
  return document
}

/** A page as a document. Nothing in it is run or loaded. Throws a PageError where it is too much of a page. */
export function buildDocument(page: string): DomDocument {
  const html = page.slice(0, MAX_PAGE_CHARACTERS)
  validateTags(html)
  const document = parseMarkup(html)
  const framed = hasFrame(document) ? document : withFrame(html)
  takeInWhatFollows(framed)
  validateDepth(framed)
  return framed
}
