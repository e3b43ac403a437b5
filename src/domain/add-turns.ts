import type { Turn } from './script.ts'

/** The turns with more of them, each at the end of its segment; those of a segment that nobody tells are left out. */
export const addTurns = (turns: readonly Turn[], more: readonly Turn[]): Turn[] =>
  turns.flatMap((turn, at) => {
    const isLast = turns[at + 1]?.segment !== turn.segment
    return isLast ? [turn, ...more.filter(({ segment }) => segment === turn.segment)] : [turn]
  })
