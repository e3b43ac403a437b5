import type { PageKind } from '../../stages/fetch/page-ports.ts'
import type { DomElement } from './dom.ts'
import { markOf } from './mark-furniture.ts'

/** Nothing in these is text of the article. */
export const SKIPPED = new Set(
  (
    'script style noscript template svg iframe object embed button select textarea input option canvas audio ' +
    'video picture source img map head title meta link'
  ).split(' ')
)

/** What parts one paragraph from the next. */
export const BLOCKS = new Set(
  (
    'p div section article main header footer aside nav ul ol li dl dt dd blockquote figure figcaption table caption thead ' +
    'tbody tfoot tr td th pre h1 h2 h3 h4 h5 h6 hr br center address details summary form fieldset body html'
  ).split(' ')
)

const BY_NAME: Record<string, PageKind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  figure: 'caption',
  figcaption: 'caption',
  caption: 'caption',
  blockquote: 'quote',
  li: 'list',
  dd: 'list',
  dt: 'list',
  td: 'table',
  th: 'table',
  pre: 'code',
  aside: 'aside',
  nav: 'aside'
}

/** Once inside one of these, nothing is prose again. */
const STICKY = new Set<PageKind>(['caption', 'code', 'aside', 'heading'])

/** What the text of an element is, inside text of `outer` kind. */
export function kindOfElement(element: DomElement, outer: PageKind): PageKind {
  if (STICKY.has(outer)) return outer
  const kind = markOf(element) ?? BY_NAME[element.localName]
  if (kind !== undefined) return kind
  return element.localName === 'p' && outer === 'table' ? 'prose' : outer
}
