import type { PageText } from '../../stages/fetch/page-ports.ts'
import { buildDocument } from './build-document.ts'
import { decodePage } from './decode-page.ts'
import { findArticle } from './find-article.ts'
import { PageError } from './page-error.ts'
import { isoDate, plainField, webAddress } from './plain-field.ts'
import { addressOf, nameOf, readJsonLd } from './read-json-ld.ts'
import { readMeta } from './read-meta.ts'
import { readRights } from './read-rights.ts'
import { validatePageBytes } from './validate-page-bytes.ts'

const languageTag = (value: unknown): string | null => {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : ''
  return /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(tag) ? tag : null
}

const ADDRESS = /^(?:https?:|www\.)|[/@]/i

/** The first that is a name: what is called a byline is often a date, a sentence or an address. */
const bylineOf = (...found: (string | null)[]): string | null =>
  found
    .map(name => name?.replace(/^by:?\s+/i, '') ?? '')
    .find(
      name => /\p{L}/u.test(name) && name.length <= 120 && !/\d{4}|\d:\d\d/.test(name) && !ADDRESS.test(name)
    ) ?? null

const siteOf = (...found: (string | null)[]): string | null =>
  found.find(name => name !== null && !ADDRESS.test(name)) ?? null

/** Reads the article on a page; throws a PageError that says what was wrong. Runs hot: call it off the main thread. */
export function readPage(bytes: Uint8Array, contentType: string | null, url: string): PageText {
  validatePageBytes(bytes, contentType)
  const document = buildDocument(decodePage(bytes, contentType))
  const meta = readMeta(document, url)
  const data = readJsonLd(document)
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime')
  const lang = document.documentElement.getAttribute('lang')
  const article = findArticle(document, data?.isFree === false ? null : (data?.articleBody ?? null))
  if (article.paragraphs.length === 0)
    throw new PageError('there is no article on the page: no text stands in it outside scripts and menus')
  return {
    url,
    title: plainField(data?.headline) ?? plainField(article.title) ?? meta.of('og:title', 'twitter:title'),
    paragraphs: article.paragraphs,
    byline: bylineOf(plainField(nameOf(data?.author)), plainField(article.byline), meta.of('author')),
    siteName: siteOf(
      meta.of('og:site_name'),
      plainField(article.siteName),
      plainField(nameOf(data?.publisher))
    ),
    publishedAt:
      isoDate(data?.datePublished) ??
      isoDate(meta.of('article:published_time', 'datepublished', 'parsely-pub-date', 'dc.date')) ??
      isoDate(article.publishedTime) ??
      isoDate(time),
    language: languageTag(lang) ?? languageTag(data?.inLanguage) ?? languageTag(meta.of('og:locale')),
    canonicalUrl: meta.canonicalUrl,
    imageUrl: meta.addressIn('og:image', 'twitter:image') ?? webAddress(addressOf(data?.image), meta.base),
    isFree: data?.isFree ?? null,
    robots: readRights(meta)
  }
}
