import { createBodyWrapper } from './body-wrapper.ts'
import { createNamer } from './canonical-names.ts'
import { createFinder } from './create-finder.ts'
import { createItemKeeper, isItem } from './create-item-keeper.ts'
import { endOfDoctype, harmlessEntities } from './doctype.ts'
import { MAX_DEPTH } from './feed-limits.ts'
import { FeedTextError } from './feed-text-error.ts'
import { createReferenceMender } from './mend-references.ts'
import { createTagScanner } from './scan-tag.ts'
import type { Tag } from './scan-tag.ts'

export interface PreparedXml {
  xml: string
  /** Tags in it that open an item or an entry: a reader that finds fewer has lost some. */
  itemTags: number
  /** Items of the feed that were cut, being too many. */
  skippedItems: number
}

const endsItem = (name: string): boolean => /^(?:item|entry|channel|feed|rss|rdf:rdf)$/i.test(name)

const CDATA = '<![CDATA['

const ROOT =
  /<(?:\?xml|!--|!DOCTYPE|\?xml-stylesheet|(?:[\w-]{1,200}:)?(?:rss|feed|rdf|channel|item|entry|html|opml)\b)/i

/** Readers leave a base under another name to us, and take XHTML that has become CDATA for HTML. */
function mendAttributes(attributes: string, isWrapped: boolean): string {
  const mended = attributes.replace(/(\s)xml:base(?=\s*=)/i, '$1xmlbase')
  return isWrapped ? mended.replace(/(\stype\s*=\s*["'])xhtml(?=["'])/i, '$1html') : mended
}

/**
 * Feed text as a strict XML parser can take it. Cut are what stands before the XML, DOCTYPE, comments, an item that
 * the text ends in, and the items after the 500th. References and tags are mended, prefixes are those that are usual,
 * and markup inside titles and bodies becomes CDATA, which keeps its order (xml2js gathers children by name). Throws a
 * FeedTextError where elements are nested too deep for any parser.
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
  const scanTag = createTagScanner(text, find)
  const items = createItemKeeper()
  let mend = createReferenceMender(new Map())
  let depth = 0
  /** Where in `out` the last item begins, and how deep it lies. */
  let lastItem = { at: 0, depth: 0 }

  const after = (mark: string, from: number): number => {
    const at = find(mark, from)
    return at === -1 ? text.length : at + mark.length
  }

  function copyDoctype(open: number): number {
    const end = endOfDoctype(text, open, find)
    mend = createReferenceMender(harmlessEntities(text.slice(open, end)))
    return end
  }

  /** Past the last item that is closed like this one, so that what follows the items is kept. */
  function skipItems(rawName: string, open: number): number {
    const last = text.lastIndexOf(`</${rawName}`)
    const end = last < open ? text.length : after('>', last)
    items.skip(text.slice(open, end))
    return end
  }

  function enter(): void {
    depth++
    if (depth > MAX_DEPTH)
      throw new FeedTextError(
        `this looks like a feed, but its elements are more than ${MAX_DEPTH} deep in each other, where a feed has some ten`
      )
  }

  function openItem(name: string, tag: string): void {
    out.push(items.close())
    lastItem = { at: out.length, depth }
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
    if (!tag.isEmpty) enter()
    if (body === null) return tag.end
    out.push(body.markup)
    return body.end
  }

  /** Elements that an item leaves open end with it. */
  function leave(name: string): void {
    if (items.isOpen() && endsItem(name)) depth = lastItem.depth
    else depth--
    if (endsItem(name)) out.push(items.close())
    if (!isItem(name)) out.push(`</${name}>`)
  }

  function copyTag(tag: Tag, open: number): number {
    const name = nameOf(tag.name)
    if (isItem(name) && !tag.isClosing && items.isFull()) return skipItems(tag.name, open)
    if (!tag.isClosing) return copyOpening(tag, name)
    leave(name)
    return tag.end
  }

  function copyAsIs(open: number, end: number): number {
    out.push(text.slice(open, end))
    return end
  }

  /** CDATA that never ends is taken for none: the tags after it are tags. */
  function copyCdata(open: number): number {
    return find(']]>', open) === -1 ? open + CDATA.length : copyAsIs(open, after(']]>', open))
  }

  /** One that lacks its "?>" is cut. */
  function copyInstruction(open: number): number {
    const [end, next] = [find('?>', open), find('<', open + 1)]
    const isWhole = end !== -1 && (next === -1 || end < next)
    return isWhole ? copyAsIs(open, end + 2) : after('>', open)
  }

  /** A "<" that begins no tag is text. */
  function copySign(open: number): number {
    out.push('&lt;')
    return open + 1
  }

  function copyMarkup(open: number): number {
    if (text.startsWith('<!--', open)) return after('-->', open)
    if (/^<!doctype/i.test(text.slice(open, open + 9))) return copyDoctype(open)
    if (text.startsWith(CDATA, open)) return copyCdata(open)
    if (text.startsWith('<?', open)) return copyInstruction(open)
    if (text.startsWith('<!', open)) return after('>', open)
    const tag = scanTag(open)
    return tag === null ? copySign(open) : copyTag(tag, open)
  }

  return () => {
    let at = 0
    for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', at)) {
      out.push(mend(text.slice(at, open)))
      at = copyMarkup(open)
    }
    out.push(mend(text.slice(at)))
    if (items.isOpen()) out.length = lastItem.at
    return { xml: out.join(''), ...items.counts() }
  }
}
