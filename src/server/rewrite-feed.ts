import { LOCAL_URL } from '../config/load-settings.ts'

/** The library's root as the feed itself was made with: what its own address begins with. */
const madeWith = (xml: string): string | undefined =>
  /<atom:link\b[^>]*?\bhref="(https?:\/\/[^"]*)\/shows\/[^"/]+\/feed[^"/]*\.xml"/.exec(xml)?.[1]

const forPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const forXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Every address of the library in a feed, led to `root`, which has no slash at its end. Addresses of others stay. */
export function rewriteFeed(xml: string, root: string): string {
  const roots = [LOCAL_URL, madeWith(xml)].flatMap(known => (known === undefined ? [] : [forPattern(known)]))
  return xml.replace(new RegExp(`(?:${roots.join('|')})(?=/shows/|/?["'<])`, 'g'), () => forXml(root))
}
