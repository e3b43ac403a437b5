import { parseHTML } from 'linkedom'

/** The part of the DOM that is used here. */
export interface DomNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly firstElementChild: DomElement | null
  readonly nextElementSibling: DomElement | null
  readonly parentElement: DomElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  closest(selector: string): DomElement | null
  append(...nodes: DomNode[]): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly head: DomElement
  readonly body: DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

const EMPTY = '<html><body></body></html>'

/** Markup as a document, as linkedom reads it; nothing in it is run or loaded. */
export const parseMarkup = (html: string): DomDocument =>
  (parseHTML(html.trim() === '' ? EMPTY : html) as unknown as { document: DomDocument }).document

/** A piece of markup as the body of a document. */
export const parseFragment = (html: string): DomElement =>
  parseMarkup(`<html><body>${html}</body></html>`).body
