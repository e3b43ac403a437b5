import type { FormatName } from '../../../../domain/format-needs.ts'

/** How the stories of an episode are told. */
export interface Manner {
  /** Of the stories that the show asks for: fewer are told at greater length. */
  storyShare: number
  /** With less to say a story is worth less; 0: it is not. */
  depthSeconds: number
  /** Of the time for stories, that one story may fill. */
  mostShare: number
  wordsPerTurn: number
  /** Turns of a story, where they need not be more. */
  mostTurns: number
  /** Asked in a story. */
  mostQuestions: number
  /** Remarks in an episode. */
  mostReactions: number
  /** Is a question, or a remark, a turn of its own? */
  hasAsides: boolean
}

const BRIEF: Manner = {
  storyShare: 1,
  depthSeconds: 0,
  mostShare: 0.4,
  wordsPerTurn: 34,
  mostTurns: 5,
  mostQuestions: 1,
  mostReactions: 3,
  hasAsides: false
}
const CONVERSATION: Manner = {
  storyShare: 0.5,
  depthSeconds: 60,
  mostShare: 0.6,
  wordsPerTurn: 26,
  mostTurns: 10,
  mostQuestions: 5,
  mostReactions: 8,
  hasAsides: true
}

export const mannerOf = (format: FormatName): Manner => (format === 'conversation' ? CONVERSATION : BRIEF)
