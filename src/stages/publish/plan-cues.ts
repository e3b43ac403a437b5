import type { Sentence } from './plan-sentences.ts'
import { CLAUSE_END, timeWords } from './time-words.ts'
import { wrapWords } from './wrap-words.ts'

/** What stands on the screen at once: one voice, one or two lines. */
export interface Cue {
  host: string
  /** Did somebody else, or nobody, speak before? */
  newSpeaker: boolean
  lines: string[]
  startMs: number
  endMs: number
}

export interface CueLayout {
  /** Characters in a line. */
  width: number
  /** What goes before the first line, and takes room from it. */
  prefix: (host: string, newSpeaker: boolean) => string
}

/** How many words go into the next cue: all that fit, else up to the end of a clause, and never so many that a scrap is left. */
function takeWords(words: string[], widths: number[]): number {
  const { taken } = wrapWords(words, widths)
  if (taken === words.length) return taken
  const clause = words.slice(0, taken).findLastIndex(word => CLAUSE_END.test(word)) + 1
  if (clause >= taken / 2) return clause
  return words.length - taken < taken / 3 ? Math.ceil(words.length / 2) : taken
}

function cuesOf(sentence: Sentence, newSpeaker: boolean, layout: CueLayout): Cue[] {
  const { host, text } = sentence
  const timed = timeWords(sentence)
  const cues: Cue[] = []
  let words = text.split(' ')
  let said = 0
  while (words.length > 0) {
    const isNew = newSpeaker && cues.length === 0
    const first = Math.max(layout.width - layout.prefix(host, isNew).length, Math.ceil(layout.width / 2))
    const widths = [first, layout.width]
    const taken = takeWords(words, widths)
    const now = words.slice(0, taken)
    words = words.slice(taken)
    const from = said
    said += taken
    cues.push({
      host,
      newSpeaker: isNew,
      lines: wrapWords(now, widths).lines,
      startMs: timed[from]?.startMs ?? sentence.startMs,
      endMs: timed[said - 1]?.endMs ?? sentence.endMs
    })
  }
  return cues
}

/** Every cue ends after it begins: sentences of many short cues in too little time push what follows. */
function inOrder(cues: Cue[]): Cue[] {
  let clock = 0
  return cues.map(cue => {
    const startMs = Math.max(clock, cue.startMs)
    clock = Math.max(startMs + 1, cue.endMs)
    return { ...cue, startMs, endMs: clock }
  })
}

/** Cuts sentences into cues of at most two lines, at clauses or between words, timed by the pauses and syllables of what is heard. */
export function planCues(sentences: Sentence[], layout: CueLayout): Cue[] {
  return inOrder(
    sentences.flatMap((sentence, index) =>
      cuesOf(sentence, sentences[index - 1]?.host !== sentence.host, layout)
    )
  )
}
