/**
 * What a piece of a page is, told by its markup: prose, quotations and lists can be told; headings, captions, tables,
 * code, links that stand alone, and asides (share buttons, newsletters, related stories) cannot.
 */
export const PAGE_KINDS = [
  'prose',
  'quote',
  'list',
  'heading',
  'caption',
  'table',
  'code',
  'link',
  'aside'
] as const

export type PageKind = (typeof PAGE_KINDS)[number]

/** One line of plain text: no markup, no control, bidirectional-override or zero-width character. */
export interface PageParagraph {
  kind: PageKind
  text: string
}

/** What the page's own markup says about its use; null where it says nothing. */
export interface PageRights {
  /** `<meta name="robots" content="noai">` and its like. */
  noAi: boolean
  noIndex: boolean
  noSnippet: boolean
  /** `max-snippet:N`, characters. */
  maxSnippet: number | null
  /** `<meta name="tdm-reservation" content="1">` (W3C TDM Reservation Protocol): text and data mining is reserved. */
  tdmReserved: boolean | null
  tdmPolicyUrl: string | null
}

/** An article as it stands on its page. Everything is untrusted text; addresses are absolute, http or https. */
export interface PageText {
  /** The address that was read. */
  url: string
  title: string | null
  /** In reading order; at least one. */
  paragraphs: PageParagraph[]
  byline: string | null
  siteName: string | null
  /** ISO 8601, UTC. */
  publishedAt: string | null
  /** BCP 47. */
  language: string | null
  canonicalUrl: string | null
  imageUrl: string | null
  /** schema.org `isAccessibleForFree`: false where only subscribers see the whole article. */
  isFree: boolean | null
  robots: PageRights
}

/** Reads the article on a web page; loads and runs nothing. Throws a StageError that says what the bytes are instead. */
export interface PageReader {
  readPage(bytes: Uint8Array, contentType: string | null, url: string): Promise<PageText>
}
