import { MAX_ITEMS } from './feed-limits.ts'

const ITEM_TAG = /<(?:[\w.-]{1,200}:)?(?:item|entry)(?=[\s/>])/gi

export const isItem = (name: string): boolean => /^(?:item|entry)$/i.test(name)

/**
 * Keeps items side by side: one that opens inside another, as some have it who never close them, closes that first,
 * and an empty one inside another (a mistake of FeedBurner's) follows it.
 */
export function createItemKeeper() {
  let open: string | null = null
  let empties: string[] = []
  let tags = 0
  let skipped = 0

  /** Its end tag, and the empty items that follow it; nothing where none is open. */
  function close(): string[] {
    const closed = open === null ? [] : [`</${open}>`, ...empties]
    open = null
    empties = []
    return closed
  }

  return {
    isFull: () => tags === MAX_ITEMS,
    isOpen: () => open !== null,
    /** The item before is closed by now. */
    open(name: string): void {
      tags++
      open = name
    },
    /** What takes the place of a tag of an item with nothing in it. */
    empty(tag: string): string {
      tags++
      if (open === null) return tag
      empties.push(tag)
      return ''
    },
    close,
    skip(text: string): void {
      skipped += text.match(ITEM_TAG)?.length ?? 0
    },
    counts: () => ({ itemTags: tags, skippedItems: skipped })
  }
}
