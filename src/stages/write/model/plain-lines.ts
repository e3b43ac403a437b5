import type { Story } from '../../../domain/rundown.ts'
import { chooseSentences } from '../builtin/choose/choose-sentences.ts'
import { isTellable, poolOf } from '../builtin/choose/story-pool.ts'

/** A sentence of a source, as the built-in writer says it. */
export interface PlainLine {
  text: string
  /** As the item has it. */
  source: string
  item: string
  /** Cannot be understood but directly after the one before. */
  glued: boolean
}

/** The sentences of a story that the built-in writer would tell in so many words, in their order; none where it cannot. */
export function plainLines(story: Story, date: string, words: number): PlainLine[] {
  const pool = poolOf(story, date)
  if (!isTellable(pool)) return []
  return (chooseSentences(pool, words, []) ?? []).map(({ candidate, glued }) => ({
    text: candidate.text,
    source: candidate.source,
    item: candidate.item.id,
    glued
  }))
}
