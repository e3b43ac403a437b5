import type { Finder } from './create-finder.ts'

export interface Tag {
  isClosing: boolean
  isEmpty: boolean
  name: string
  /** As written, with the blanks before them. */
  attributes: string
  /** The place after the tag. */
  end: number
}

const START = /<(\/?)([A-Za-z_\u0080-\uffff][^\s<>/&="';]{0,200})/y
const SPECIAL = /["'<>]/g
const ATTRIBUTE = /[^\s=<>"'/]{1,200}\s*=\s*(?:"[^"<]*"|'[^'<]*')/g

/** Where the tag ends whose attributes begin at `from`; -1 where a quotation mark or a ">" is missing. */
function endOfTag(text: string, from: number, find: Finder): number {
  for (let at = from; ;) {
    SPECIAL.lastIndex = at
    const special = SPECIAL.exec(text)
    if (special === null || special[0] === '<') return -1
    if (special[0] === '>') return special.index
    const close = find(special[0], special.index + 1)
    const next = find('<', special.index + 1)
    if (close === -1 || (next !== -1 && next < close)) return -1
    at = close + 1
  }
}

/** Up to the next "<" or past the next ">", whichever comes first. */
function endOfBrokenTag(text: string, from: number): number {
  SPECIAL.lastIndex = from
  for (let special = SPECIAL.exec(text); special !== null; special = SPECIAL.exec(text))
    if (special[0] === '<' || special[0] === '>') return special.index
  return text.length
}

/**
 * Reads the tag that begins at a place; null where the "<" begins none. Of a tag that lacks its ">" or a quotation
 * mark, the whole attributes are kept, and what stands after a name without any is text.
 */
export function createTagScanner(text: string, find: Finder): (open: number) => Tag | null {
  return open => {
    START.lastIndex = open
    const [start, slash, name] = START.exec(text) ?? []
    if (start === undefined || name === undefined) return null
    const from = open + start.length
    const end = endOfTag(text, from, find)
    if (end !== -1) {
      const isEmpty = text[end - 1] === '/' && end > from
      return {
        isClosing: slash === '/',
        isEmpty,
        name,
        attributes: text.slice(from, isEmpty ? end - 1 : end),
        end: end + 1
      }
    }
    return mendTag(text, { isClosing: slash === '/', isEmpty: false, name, attributes: '', end: from })
  }
}

function mendTag(text: string, tag: Tag): Tag {
  const end = endOfBrokenTag(text, tag.end)
  const inside = text.slice(tag.end, end)
  const attributes = (inside.match(ATTRIBUTE) ?? []).map(attribute => ` ${attribute}`).join('')
  if (text[end] === '>') return { ...tag, attributes, isEmpty: inside.endsWith('/'), end: end + 1 }
  return attributes === '' && !tag.isClosing ? tag : { ...tag, attributes, end }
}
