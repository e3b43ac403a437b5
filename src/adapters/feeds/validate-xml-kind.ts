import { FeedTextError } from './feed-text-error.ts'
import type { PreparedXml } from './prepare-xml.ts'

const FIRST_ELEMENT = /<([A-Za-z][\w.:-]{0,60})/

/** Throws where the text is plainly something other than an XML feed, and says what. Whatever holds items is a feed. */
export function validateXmlKind({ xml, itemTags }: PreparedXml): void {
  if (itemTags > 0) return
  const root = (FIRST_ELEMENT.exec(xml)?.[1] ?? '').toLowerCase()
  if (root === '')
    throw new FeedTextError('this is plain text, not a feed: no XML element and no JSON object in it')
  if (root === 'html' || root === 'head' || root === 'body')
    throw new FeedTextError('this is a web page, not a feed; look for its feed address')
  if (root === 'opml')
    throw new FeedTextError('this is a list of feeds (OPML), not a feed; give the address of one of them')
  if (!/^(?:rss|feed|rdf:rdf|channel)$/.test(root.replace(/^(?!rdf:)[^:]*:/, '')))
    throw new FeedTextError(
      `this is XML, but not a feed: it begins with <${root}>, where <rss>, <feed> or <rdf:RDF> would be right`
    )
}
