import type { DomDocument } from './dom.ts'
import { MAX_JSON_LD } from './page-limits.ts'

type Thing = Record<string, unknown>

/** What schema.org's description of the article says, as it stands there. */
export interface ArticleData {
  headline: unknown
  articleBody: string | null
  datePublished: unknown
  author: unknown
  publisher: unknown
  image: unknown
  inLanguage: unknown
  isFree: boolean | null
}

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/
const MAX_THINGS = 500

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseScript(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*;?\s*$/g, ''))
  } catch {
    return null
  }
}

/** Lists and graphs laid out flat. */
function thingsIn(value: unknown): Thing[] {
  const found: Thing[] = []
  const open = [value]
  while (open.length > 0 && found.length < MAX_THINGS) {
    const next = open.shift()
    if (Array.isArray(next)) open.push(...next.slice(0, MAX_THINGS))
    else if (isThing(next)) {
      found.push(next)
      open.push(next['@graph'], next['mainEntity'])
    }
  }
  return found
}

const isArticle = (thing: Thing): boolean =>
  [thing['@type']].flat().some(type => typeof type === 'string' && ARTICLE.test(type))

/** "False", false and "http://schema.org/False" mean the same. */
function freedom(value: unknown): boolean | null {
  if (/^(?:.*\/)?false$/i.test(String(value))) return false
  return /^(?:.*\/)?true$/i.test(String(value)) ? true : null
}

/** The name of a person or an organisation, or of several. */
export function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 10)
      .map(nameOf)
      .filter(name => name !== null)
    return names.length > 0 ? names.join(', ') : null
  }
  return isThing(value) && typeof value.name === 'string' ? value.name : null
}

/** The first address in an image, or in a list of them. */
export function addressOf(value: unknown): unknown {
  const [first]: unknown[] = [value].flat()
  return isThing(first) ? (first.url ?? first.contentUrl) : first
}

/** The schema.org article that a page describes; null where it describes none. Call it before scripts are removed. */
export function readJsonLd(document: DomDocument): ArticleData | null {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)
  const things = scripts.flatMap(script =>
    thingsIn(parseScript((script.textContent ?? '').slice(0, MAX_JSON_LD)))
  )
  const article = things.find(isArticle)
  if (article === undefined) return null
  return {
    headline: article.headline,
    articleBody: typeof article.articleBody === 'string' ? article.articleBody : null,
    datePublished: article.datePublished,
    author: article.author,
    publisher: article.publisher,
    image: article.image,
    inLanguage: article.inLanguage,
    isFree: freedom(article.isAccessibleForFree)
  }
}
