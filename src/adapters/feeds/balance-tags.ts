import { createOpenElements, isFrame, tagOf } from './create-open-elements.ts'
import { MAX_DEPTH } from './feed-limits.ts'
import { FeedTextError } from './feed-text-error.ts'
import { CDATA } from './scan-markup.ts'

interface Faults {
  /** What stands in the place of an end tag: nothing, itself, or those that are missing before it as well. */
  ends: Map<number, string>
  /** Start tags without an end tag. */
  unclosed: Set<number>
  /** End tags that are missing at the end of the text. */
  last: string
}

function validateDepth(depth: number): void {
  if (depth > MAX_DEPTH)
    throw new FeedTextError(
      `this looks like a feed, but its elements are more than ${MAX_DEPTH} deep in each other, where a feed has some ten`
    )
}

function findFaults(pieces: readonly string[]): Faults {
  const ends = new Map<number, string>()
  const unclosed = new Set<number>()
  const open = createOpenElements()

  function closeUpTo(name: string | null): string {
    let missing = ''
    for (let element = open.pop(); element !== undefined; element = open.pop()) {
      const end = `</${element.name}>`
      if (element.name.toLowerCase() === name?.toLowerCase()) return missing + end
      if (isFrame(element.name)) missing += end
      else unclosed.add(element.at)
    }
    return missing
  }

  for (const [at, piece] of pieces.entries()) {
    const tag = tagOf(piece)
    if (tag === null) continue
    if (!tag.isClosing) open.push({ name: tag.name, at })
    else ends.set(at, open.has(tag.name) ? closeUpTo(tag.name) : '')
    validateDepth(open.frames())
  }
  return { ends, unclosed, last: closeUpTo(null) }
}

const isMarkup = (piece: string): boolean => piece.startsWith('<') && !piece.startsWith(CDATA)

/**
 * Gives each start tag its end tag, as strict readers want it. `pieces` are tags and what stands between them; end tags
 * of items and of the elements around them have their start tags already. An element without an end tag ends before
 * the next tag, so that it takes in none of its neighbours, and one around items where the one around it ends. An end
 * tag without its start tag goes. Throws a FeedTextError where elements are nested too deep for any parser.
 */
export function balanceTags(pieces: readonly string[]): string {
  const { ends, unclosed, last } = findFaults(pieces)
  const out: string[] = []
  let due = ''
  let depth = 0
  for (const [at, piece] of pieces.entries()) {
    const tag = tagOf(piece)
    if (isMarkup(piece)) {
      out.push(due)
      due = ''
    }
    const written = ends.get(at) ?? piece
    if (tag?.isClosing === true) depth -= written.split('</').length - 1
    else if (tag !== null && unclosed.has(at)) due = `</${tag.name}>`
    else if (tag !== null) validateDepth(++depth)
    out.push(written)
  }
  return [...out, due, last].join('')
}
