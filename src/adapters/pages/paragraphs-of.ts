import { cleanText, oneLine } from '../../domain/text.ts'
import type { PageKind, PageParagraph } from '../../stages/fetch/page-ports.ts'
import type { DomElement } from './dom.ts'
import { BLOCKS, kindOfElement, SKIPPED } from './kind-of-element.ts'
import { MAX_ARTICLE_CHARACTERS } from './page-limits.ts'

const TEXT = 3
const ELEMENT = 1

/** So much of a paragraph inside links makes it a link with nothing around it. */
const LINK_SHARE = 0.9
/** A whole sentence may be one link. */
const SENTENCE = /^(?:\S+\s+){11,}\S*[.!?]["”’)]?$/

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What pictures show, as their `alt` says: the same words below a picture are its caption. */
const picturesIn = (root: DomElement): Set<string> =>
  new Set([...root.querySelectorAll('img[alt]')].map(image => bare(image.getAttribute('alt') ?? '')))

/** Gathers text until a block ends. */
class Gatherer {
  readonly paragraphs: PageParagraph[] = []
  private pieces: string[] = []
  private linked = 0
  private total = 0

  constructor(private readonly pictures: ReadonlySet<string>) {}

  add(text: string, inLink: boolean): void {
    this.pieces.push(text)
    if (inLink) this.linked += text.trim().length
  }

  get isFull(): boolean {
    return this.total > MAX_ARTICLE_CHARACTERS
  }

  end(kind: PageKind): void {
    if (this.pieces.length === 0) return
    const text = oneLine(cleanText(this.pieces.join('').replaceAll('\u00ad', '')))
    if (text !== '') this.paragraphs.push({ kind: this.kindOf(text, kind), text: this.within(text) })
    this.total += text.length
    this.pieces = []
    this.linked = 0
  }

  private kindOf(text: string, kind: PageKind): PageKind {
    if (kind === 'heading') return kind
    if (this.linked >= text.length * LINK_SHARE && !SENTENCE.test(text)) return 'link'
    return this.pictures.has(bare(text)) ? 'caption' : kind
  }

  private within(text: string): string {
    return text.slice(0, Math.max(0, MAX_ARTICLE_CHARACTERS - this.total)).trimEnd()
  }
}

/** The text below an element in reading order, at most 300,000 characters, part by part with its kind. */
export function paragraphsOf(root: DomElement): PageParagraph[] {
  const gatherer = new Gatherer(picturesIn(root))
  const visit = (parent: DomElement, kind: PageKind, inLink: boolean): void => {
    for (let node = parent.firstChild; node !== null && !gatherer.isFull; node = node.nextSibling) {
      if (node.nodeType === TEXT) gatherer.add(node.textContent ?? '', inLink)
      if (node.nodeType !== ELEMENT) continue
      const element = node as DomElement
      if (SKIPPED.has(element.localName)) continue
      const isBlock = BLOCKS.has(element.localName)
      const inside = isBlock ? kindOfElement(element, kind) : kind
      if (isBlock) gatherer.end(kind)
      visit(element, inside, inLink || element.localName === 'a')
      if (isBlock) gatherer.end(inside)
    }
  }
  visit(root, 'prose', false)
  gatherer.end('prose')
  return gatherer.paragraphs.filter(({ text }) => text !== '')
}
