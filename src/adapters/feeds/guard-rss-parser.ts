import { createRequire } from 'node:module'

interface Utils {
  getSnippet(html: string): string
  getLink(links: unknown, rel: string, fallback: number): string | undefined
}

const hrefOf = (link: unknown): string | undefined => {
  const attributes = typeof link === 'object' && link !== null && '$' in link ? link.$ : undefined
  const href =
    typeof attributes === 'object' && attributes !== null && 'href' in attributes ? attributes.href : link
  return typeof href === 'string' ? href : undefined
}

const relOf = (link: unknown): unknown => {
  const attributes = typeof link === 'object' && link !== null && '$' in link ? link.$ : undefined
  return typeof attributes === 'object' && attributes !== null && 'rel' in attributes
    ? attributes.rel
    : 'alternate'
}

/**
 * rss-parser 3.13: getSnippet runs on every body and takes quadratic time on a flood of "<" (nobody reads its result
 * here), and getLink throws where an Atom link has no attributes, which would lose the whole feed.
 */
export function guardRssParser(): void {
  const utils = createRequire(import.meta.url)('rss-parser/lib/utils.js') as Utils
  utils.getSnippet = () => ''
  utils.getLink = (links, rel, fallback) => {
    if (!Array.isArray(links)) return undefined
    return hrefOf(links.find(link => relOf(link) === rel) ?? links[fallback])
  }
}
