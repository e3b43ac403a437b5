import type { Finder } from './create-finder.ts'

/** Markup that is no tag. */
export interface Markup {
  /** The place after it. */
  end: number
  /** Comments and declarations are not; nor is what lacks its end. */
  isKept: boolean
}

export const CDATA = '<![CDATA['

/** With what some write before its last sign. */
const END_OF_COMMENT = /--(?:\s{1,20}|!)?>/g

/** Reads the comment, CDATA, instruction or declaration that begins at a place; null where another thing does. */
export function createMarkupScanner(text: string, find: Finder): (open: number) => Markup | null {
  const after = (mark: string, from: number): number => {
    const at = find(mark, from)
    return at === -1 ? text.length : at + mark.length
  }
  const cut = (end: number): Markup => ({ end, isKept: false })

  /** Where the next tag begins, at the latest. */
  function cutDeclaration(open: number): Markup {
    const [end, next] = [after('>', open), find('<', open + 1)]
    return cut(next === -1 ? end : Math.min(end, next))
  }

  function scanComment(open: number): Markup {
    const end = find(END_OF_COMMENT, open + 4)
    return cut(end === -1 ? text.length : after('>', end))
  }

  /** CDATA that never ends is taken for none: the tags after it are tags. */
  function scanCdata(open: number): Markup {
    const end = find(']]>', open)
    return end === -1 ? cut(open + CDATA.length) : { end: end + 3, isKept: true }
  }

  function scanInstruction(open: number): Markup {
    const [end, next] = [find('?>', open), find('<', open + 1)]
    const isWhole = end !== -1 && (next === -1 || end < next)
    return isWhole ? { end: end + 2, isKept: true } : cutDeclaration(open)
  }

  return open => {
    if (text.startsWith('<!--', open)) return scanComment(open)
    if (text.startsWith(CDATA, open)) return scanCdata(open)
    if (text.startsWith('<?', open)) return scanInstruction(open)
    return text.startsWith('<!', open) ? cutDeclaration(open) : null
  }
}
