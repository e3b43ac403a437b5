export const isRoot = (name: string): boolean => /^(?:rss|feed|rdf:rdf|channel)$/i.test(name)

/**
 * Tells which tags of the elements around items to write: readers stop at an end tag of one that was never opened, and
 * at one that stands in an item.
 */
export function createRootKeeper() {
  const open = new Map<string, boolean[]>()
  const opened = (key: string): boolean[] => {
    const known = open.get(key) ?? []
    open.set(key, known)
    return known
  }
  return {
    /** Other elements than roots are always written. */
    opens(name: string, isInItem: boolean): boolean {
      const key = name.toLowerCase()
      if (!isRoot(key)) return true
      opened(key).push(!isInItem)
      return !isInItem
    },
    closes(name: string): boolean {
      const key = name.toLowerCase()
      return !isRoot(key) || (opened(key).pop() ?? false)
    }
  }
}
