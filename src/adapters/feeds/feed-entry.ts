/** An element with its text and its attributes, whichever parser read it. */
export interface FeedElement {
  text: string | null
  attributes: Readonly<Record<string, string>>
}

/** An item, an entry, or the feed itself: its attributes, and its children by lower-case name. */
export interface FeedEntry {
  attributes: Readonly<Record<string, string>>
  children: ReadonlyMap<string, FeedElement[]>
}

export interface FeedTree {
  feed: FeedEntry
  entries: FeedEntry[]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function attributesOf(value: unknown): Record<string, string> {
  const pairs = isRecord(value) ? Object.entries(value) : []
  return Object.fromEntries(
    pairs.flatMap(([name, text]) => (typeof text === 'string' ? [[name.toLowerCase(), text.trim()]] : []))
  )
}

/** Where a parser keeps an element's text and attributes: `_` and `$` in xml2js, `#` and `@` in node feedparser. */
export interface ParserKeys {
  text: string
  attributes: string
}

export function buildElement(value: unknown, keys: ParserKeys): FeedElement {
  const inner = isRecord(value) ? value[keys.text] : value
  const text = typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : null
  return { text, attributes: attributesOf(isRecord(value) ? value[keys.attributes] : undefined) }
}

/** An entry from its children by name, each one value or a list. */
export function buildEntry(
  children: Iterable<[name: string, values: unknown]>,
  attributes: unknown,
  keys: ParserKeys
): FeedEntry {
  const byName = new Map<string, FeedElement[]>()
  for (const [name, values] of children) {
    const list = Array.isArray(values) ? values : [values]
    const known = byName.get(name.toLowerCase()) ?? []
    byName.set(name.toLowerCase(), [...known, ...list.map(value => buildElement(value, keys))])
  }
  return { attributes: attributesOf(attributes), children: byName }
}
