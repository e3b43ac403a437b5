import { balanceTags } from './balance-tags.ts'
import { createBodyWrapper } from './body-wrapper.ts'
import { createNamer } from './canonical-names.ts'
import { createFinder } from './create-finder.ts'
import { createItemKeeper, isItem } from './create-item-keeper.ts'
import { isFrame } from './create-open-elements.ts'
import { createRootKeeper } from './create-root-keeper.ts'
import { endOfDoctype, harmlessEntities } from './doctype.ts'
import { endOfWhole } from './end-of-whole.ts'
import { createReferenceMender } from './mend-references.ts'
import { createMarkupScanner } from './scan-markup.ts'
import { createTagScanner } from './scan-tag.ts'
import type { Tag } from './scan-tag.ts'

export interface PreparedXml {
  xml: string
  /** Tags in it that open an item or an entry: a reader that finds fewer has lost some. */
  itemTags: number
  /** Items of the feed that were cut, being too many. */
  skippedItems: number
}

/** Behind a script the second reader takes all for text, and what stands in a group is the item's own. */
const isTransparent = (name: string): boolean => /^(?:script|media:group)$/i.test(name)

const ROOT =
  /<(?:\?xml|!--|!DOCTYPE|\?xml-stylesheet|(?:[\w-]{1,200}:)?(?:rss|feed|rdf|channel|item|entry|html|opml)\b)/i

/** Readers leave a base under another name to us, and take XHTML that has become CDATA for HTML. */
function mendAttributes(attributes: string, isWrapped: boolean): string {
  const mended = attributes.replace(/(\s)xml:base(?=\s*=)/i, '$1xmlbase')
  return isWrapped ? mended.replace(/(\stype\s*=\s*["'])xhtml(?=["'])/i, '$1html') : mended
}

/**
 * Feed text as a strict XML parser can take it. Cut are what stands before the XML, DOCTYPE, comments, the element of
 * an item that the text ends in, and the items after the 500th. References and tags are mended, prefixes are those that
 * are usual, and markup inside titles and bodies becomes CDATA, which keeps its order (xml2js gathers children by
 * name). Throws a FeedTextError where elements are nested too deep for any parser.
 */
export function prepareXml(text: string): PreparedXml {
  const start = text.slice(0, 20_000).search(ROOT)
  return createRewriter(start > 0 ? text.slice(start) : text)()
}

function createRewriter(text: string): () => PreparedXml {
  const out: string[] = []
  const find = createFinder(text)
  const nameOf = createNamer(text)
  const wrapBody = createBodyWrapper(text, find, nameOf)
  const scanMarkup = createMarkupScanner(text, find)
  const scanTag = createTagScanner(text, find)
  const items = createItemKeeper()
  const roots = createRootKeeper()
  let mend = createReferenceMender(new Map())
  let hasBegun = false
  /** Where in `out` it begins. */
  let lastItem = 0

  /** Where elements have begun, a DOCTYPE declares nothing. */
  function readDoctype(open: number): number {
    const end = endOfDoctype(text, open, find)
    mend = createReferenceMender(harmlessEntities(text.slice(open, end)))
    return end
  }

  /** Past the last item that is closed like this one, so that what follows the items is kept. */
  function skipItems(rawName: string, open: number): number {
    const last = text.lastIndexOf(`</${rawName}`)
    const close = last < open ? -1 : text.indexOf('>', last)
    const end = close === -1 ? text.length : close + 1
    items.skip(text.slice(open, end))
    return end
  }

  function openItem(name: string, tag: string): void {
    out.push(...items.close())
    lastItem = out.length
    items.open(name)
    out.push(tag)
  }

  function copyOpening(tag: Tag, name: string): number {
    const body = tag.isEmpty ? null : wrapBody(tag.name, tag.end)
    const attributes = mendAttributes(tag.attributes, body !== null)
    const whole = `<${name}${mend(attributes)}${tag.isEmpty ? '/>' : '>'}`
    if (!isItem(name)) out.push(whole)
    else if (tag.isEmpty) out.push(items.empty(whole))
    else openItem(name, whole)
    hasBegun = true
    if (body === null) return tag.end
    out.push(body.markup)
    return body.end
  }

  function leave(name: string): void {
    if (!roots.closes(name)) return
    if (isFrame(name)) out.push(...items.close())
    if (!isItem(name)) out.push(`</${name}>`)
  }

  function copyTag(tag: Tag, open: number): number {
    const name = nameOf(tag.name)
    if (isTransparent(name)) return tag.end
    if (isItem(name) && !tag.isClosing && items.isFull()) return skipItems(tag.name, open)
    if (tag.isClosing) leave(name)
    else if (tag.isEmpty || roots.opens(name, items.isOpen())) return copyOpening(tag, name)
    return tag.end
  }

  /** A "<" that begins no tag is text. */
  function copyMarkup(open: number): number {
    if (!hasBegun && /^<!doctype/i.test(text.slice(open, open + 9))) return readDoctype(open)
    const markup = scanMarkup(open)
    if (markup?.isKept === true) out.push(text.slice(open, markup.end))
    if (markup !== null) return markup.end
    const tag = scanTag(open)
    if (tag !== null) return copyTag(tag, open)
    out.push('&lt;')
    return open + 1
  }

  /** Of an item that the text ends in, what is whole is kept. */
  function endCutItem(): void {
    out.length = endOfWhole(out, lastItem + 1)
    out.push(...items.close())
  }

  return () => {
    let at = 0
    for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', at)) {
      out.push(mend(text.slice(at, open)))
      at = copyMarkup(open)
    }
    out.push(mend(text.slice(at)))
    if (items.isOpen()) endCutItem()
    return { xml: balanceTags(out), ...items.counts() }
  }
}
