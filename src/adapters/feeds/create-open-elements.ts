import { isItem } from './create-item-keeper.ts'
import { isRoot } from './create-root-keeper.ts'

/** A start tag that has no end tag yet, and the place of its piece. */
export interface OpenElement {
  name: string
  at: number
}

const TAG = /^<(\/?)([^\s<>/!?]+)/

/** The name of the tag that a piece of text is; null for text, CDATA, instructions and empty elements. */
export function tagOf(piece: string): { name: string; isClosing: boolean } | null {
  if (!piece.startsWith('<')) return null
  const [, slash, name] = TAG.exec(piece) ?? []
  return name === undefined || piece.endsWith('/>') ? null : { name, isClosing: slash === '/' }
}

/** What opens inside an item, or inside an element around items, ends in it. */
export const isFrame = (name: string): boolean => isItem(name) || isRoot(name)

/** The elements that are open, told by name in no more time than it takes to open and to close them. */
export function createOpenElements() {
  const stack: OpenElement[] = []
  /** How many are open of each name, frame by frame. */
  const counts: Map<string, number>[] = [new Map()]

  function count(name: string, change: number): number {
    const [key, frame] = [name.toLowerCase(), counts.at(-1)]
    const now = (frame?.get(key) ?? 0) + change
    if (change !== 0) frame?.set(key, now)
    return now
  }

  return {
    list: (): readonly OpenElement[] => stack,
    frames: (): number => counts.length - 1,
    push(element: OpenElement): void {
      if (isFrame(element.name)) counts.push(new Map())
      else count(element.name, 1)
      stack.push(element)
    },
    pop(): OpenElement | undefined {
      const element = stack.pop()
      if (element === undefined) return undefined
      if (isFrame(element.name)) counts.pop()
      else count(element.name, -1)
      return element
    },
    /** Whether an end tag of this name closes anything. */
    has: (name: string): boolean => isFrame(name) || count(name, 0) > 0
  }
}
