import { faultOfRaw, faultOfSaid } from './check-speech.ts'
import { cutUtterance } from './cut-utterance.ts'
import type { SaidSentence } from './join-sentences.ts'
import type { Pcm } from './ports.ts'
import { tidySpeech } from './tidy-speech.ts'

/** What was asked for in one call. */
export interface Asked {
  /** Its sentences, as said. */
  spoken: readonly string[]
  speed: number
  /** Of the pauses between its sentences. */
  pauseFactor: number
}

/** Its sentences, or what is wrong with the sound. */
export type Shaped = { sentences: SaidSentence[] } | { fault: string }

/** Checks what was said in one call, tidies it and cuts it into its sentences. The samples are worked on in place. */
export function shapeUtterance(raw: Pcm, { spoken, speed, pauseFactor }: Asked): Shaped {
  const fault = faultOfRaw(raw)
  if (fault !== null) return { fault }
  const pcm = tidySpeech(raw)
  const heard = faultOfSaid(pcm, spoken.join(' '), speed)
  return heard === null ? { sentences: cutUtterance(pcm, spoken, pauseFactor) } : { fault: heard }
}
