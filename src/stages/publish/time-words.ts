import { countSyllables } from '../render/estimate-seconds.ts'
import { toSpeakable } from '../render/speakable/to-speakable.ts'
import type { Sentence } from './plan-sentences.ts'

/** When a word is heard, in ms from the start of the episode. */
export interface TimedWord {
  startMs: number
  endMs: number
}

export const CLAUSE_END = /[,;:–—)]["”’']?$/

/** A pause that is further than this from where a clause is reckoned to end belongs to something else. */
const FARTHEST_MS = 900

/** A pause in the sound, and the word that it follows. */
interface Anchor {
  word: number
  fromMs: number
  toMs: number
}

/**
 * Times the words of a sentence: by the pauses that were heard at the ends of its clauses, and between two of them by
 * the syllables of what is said, since "$46.7" takes longer than its letters.
 */
export function timeWords(sentence: Sentence): TimedWord[] {
  const words = sentence.text.split(' ')
  const weights = words.map(word => Math.max(1, countSyllables([{ spoken: toSpeakable(word) }])))
  const anchors = planAnchors(words, weights, sentence)
  const ends = [...anchors, { word: words.length - 1, fromMs: sentence.endMs, toMs: sentence.endMs }]
  const timed: TimedWord[] = []
  let startMs = sentence.startMs
  for (const { word, fromMs, toMs } of ends) {
    timed.push(...share(weights.slice(timed.length, word + 1), startMs, fromMs))
    startMs = toMs
  }
  return timed
}

/** Words one after the other between two moments, each as long as its weight says. */
function share(weights: number[], fromMs: number, toMs: number): TimedWord[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let said = 0
  const at = () => Math.round(fromMs + ((toMs - fromMs) * said) / Math.max(1, total))
  return weights.map(weight => {
    const startMs = at()
    said += weight
    return { startMs, endMs: at() }
  })
}

/** Which pause belongs to the end of which clause: in order where there are as many, else each to the nearest. */
function planAnchors(words: string[], weights: number[], sentence: Sentence): Anchor[] {
  const marks = words.flatMap((word, index) =>
    index < words.length - 1 && CLAUSE_END.test(word) ? [index] : []
  )
  const pauses = sentence.pauses ?? []
  const anchor = (word: number, [fromMs, toMs]: readonly [number, number]): Anchor => ({ word, fromMs, toMs })
  if (marks.length === pauses.length)
    return marks.flatMap((word, k) => (pauses[k] ? [anchor(word, pauses[k])] : []))
  const reckoned = share(weights, sentence.startMs, sentence.endMs)
  const anchors: Anchor[] = []
  for (const pause of pauses) {
    const left = marks.filter(mark => mark > (anchors.at(-1)?.word ?? -1))
    const distance = (mark: number) => Math.abs((reckoned[mark]?.endMs ?? 0) - pause[0])
    const nearest = left.sort((a, b) => distance(a) - distance(b))[0]
    if (nearest !== undefined && distance(nearest) <= FARTHEST_MS) anchors.push(anchor(nearest, pause))
  }
  return anchors
}
