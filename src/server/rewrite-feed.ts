import { LOCAL_URL } from '../config/load-settings.ts'

/** The library's root as the feed itself was made with: what its own address begins with. */
const madeWith = (xml: string): string | undefined =>
  /<atom:link\b[^>]*?\bhref="(https?:\/\/[^"]*)\/shows\/[^"/]+\/feed[^"/]*\.xml"/.exec(xml)?.[1]

const forPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const forXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Keeps a listener's own feed out of directories that come to know its address. */
const BLOCKED = '<channel><itunes:block>Yes</itunes:block><podcast:block>yes</podcast:block>'

/** Every address of the library in a feed, led to `root`, which has no slash at its end. Addresses of others stay. */
export function rewriteFeed(xml: string, root: string, { isPrivate = false } = {}): string {
  const roots = [LOCAL_URL, madeWith(xml)].flatMap(known => (known === undefined ? [] : [forPattern(known)]))
  const led = xml.replace(new RegExp(`(?:${roots.join('|')})(?=/shows/|/?["'<])`, 'g'), () => forXml(root))
  return isPrivate ? led.replace('<channel>', BLOCKED) : led
}

/** The Link header of a feed that has a hub, as WebSub wants it; null where it has none. */
export function linkHeaderOf(xml: string): string | null {
  const links = Array.from(xml.slice(0, xml.indexOf('<item>')).matchAll(/<atom:link\b[^>]*>/g), ([tag]) => ({
    rel: /\brel="(hub|self)"/.exec(tag)?.[1],
    href: /\bhref="([^"<>]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&')
  }))
  const isLed = links.some(({ rel }) => rel === 'hub')
  return isLed
    ? links.flatMap(({ rel, href }) => (rel && href ? [`<${href}>; rel="${rel}"`] : [])).join(', ')
    : null
}
