import type { FormatName } from '../../../../domain/format-needs.ts'

/** How the stories of an episode are told. */
export interface Manner {
  /** Of the stories that the show asks for: fewer are told at greater length. */
  storyShare: number
  wordsPerTurn: number
  /** Turns of a story, where they need not be more. */
  mostTurns: number
  /** Asked in a story. */
  mostQuestions: number
}

const BRIEF: Manner = { storyShare: 1, wordsPerTurn: 34, mostTurns: 5, mostQuestions: 1 }
const CONVERSATION: Manner = { storyShare: 0.6, wordsPerTurn: 26, mostTurns: 9, mostQuestions: 3 }

export const mannerOf = (format: FormatName): Manner => (format === 'conversation' ? CONVERSATION : BRIEF)
