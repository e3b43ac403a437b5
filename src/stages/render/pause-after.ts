import { plainWords } from './spoken-words.ts'

const PAUSE_MS = { statement: 300, questionOrCall: 350 }

/** The breath after a sentence. */
export const pauseAfterMs = (spoken: string): number =>
  /[?!]["')\]]*$/.test(plainWords(spoken).trimEnd()) ? PAUSE_MS.questionOrCall : PAUSE_MS.statement
