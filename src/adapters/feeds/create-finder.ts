/** Where a mark comes next, from a place on; -1 where it does not. */
export type Finder = (mark: string | RegExp, from: number) => number

/**
 * What was found is remembered, so that a mark far ahead, or one that never comes, is looked for once and not from
 * every place on the way to it.
 */
export function createFinder(text: string): Finder {
  const found = new Map<string, { from: number; at: number }>()
  const look = (mark: string | RegExp, from: number): number => {
    if (typeof mark === 'string') return text.indexOf(mark, from)
    mark.lastIndex = from
    return mark.exec(text)?.index ?? -1
  }
  return (mark, from) => {
    const key = String(mark)
    const known = found.get(key)
    if (known !== undefined && from >= known.from && (known.at === -1 || known.at >= from)) return known.at
    const at = look(mark, from)
    found.set(key, { from, at })
    return at
  }
}
