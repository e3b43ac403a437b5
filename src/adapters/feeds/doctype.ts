import type { Finder } from './create-finder.ts'

const SUBSET_PART = /["']|<!--|<\?|<(?=[A-Za-z_])|\]\s{0,1000}>/g

const CLOSES: Record<string, string> = { '<!--': '-->', '<?': '?>' }

/**
 * Inside a DOCTYPE's subset, its end does not count in quotation marks, comments and instructions. One that lacks its
 * end ends where an element begins.
 */
function endOfSubset(text: string, from: number, find: Finder): number {
  SUBSET_PART.lastIndex = from
  for (let part = SUBSET_PART.exec(text); part !== null; part = SUBSET_PART.exec(text)) {
    if (part[0].startsWith(']')) return SUBSET_PART.lastIndex
    if (part[0] === '<') return part.index
    const close = CLOSES[part[0]] ?? part[0]
    const end = find(close, SUBSET_PART.lastIndex)
    if (end !== -1) SUBSET_PART.lastIndex = end + close.length
  }
  return text.length
}

/** Where a DOCTYPE that starts at `from` ends, its internal subset included; the end of the text where it never does. */
export function endOfDoctype(text: string, from: number, find: Finder): number {
  const close = text.indexOf('>', from)
  const subset = text.indexOf('[', from)
  if (close === -1) return text.length
  return subset === -1 || subset > close ? close + 1 : endOfSubset(text, subset, find)
}

/** As Python's feedparser has it: an entity is harmless that stands for plain text or for one character. */
const HARMLESS =
  /<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+(?:"(&#\w{1,8};|[^&"<%]{0,1000})"|'(&#\w{1,8};|[^&'<%]{0,1000})')\s*>/g

const MAX_ENTITIES = 1_000

/** What the harmless entities of a DOCTYPE stand for. Nested, external and parameter entities are left out. */
export function harmlessEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>()
  for (const [, name = '', quoted, single] of doctype.matchAll(HARMLESS)) {
    if (entities.size >= MAX_ENTITIES) break
    // XML 1.0, section 4.2: the first declaration of a name binds.
    if (!entities.has(name)) entities.set(name, quoted ?? single ?? '')
  }
  return entities
}
