import { createOpenElements, tagOf } from './create-open-elements.ts'

/** Elements whose text is of no use in part: half a headline, half a sentence, half an address. */
const TEXTS = new Set([
  ...['title', 'description', 'summary', 'content', 'content:encoded', 'atom:title', 'atom:summary'],
  ...['atom:content', 'xhtml:body', 'xhtml:div', 'link', 'guid', 'id']
])

/**
 * Of a text in pieces (each a tag, or what stands between tags) that was cut within an item, the number of pieces to
 * keep: up to the element that the cut falls in. `from` is the piece after the item's own tag.
 */
export function endOfWhole(pieces: readonly string[], from: number): number {
  const open = createOpenElements()
  for (let at = from; at < pieces.length; at++) {
    const tag = tagOf(pieces[at] ?? '')
    if (tag === null) continue
    if (!tag.isClosing) open.push({ name: tag.name, at })
    else if (open.has(tag.name)) while (open.pop()?.name.toLowerCase() !== tag.name.toLowerCase());
  }
  const cut = open.list().find(({ name }) => TEXTS.has(name.toLowerCase())) ?? open.list().at(-1)
  return cut?.at ?? pieces.length
}
