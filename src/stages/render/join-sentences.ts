import type { Span } from '../../domain/take.ts'
import { findPauses } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

/** One sentence, tidied. */
export interface SaidSentence {
  spoken: string
  samples: Float32Array
}

const PAUSE_MS = { statement: 300, questionOrCall: 350 }

const pauseAfterMs = (spoken: string): number =>
  /[?!]["')\]]*$/.test(spoken.trimEnd()) ? PAUSE_MS.questionOrCall : PAUSE_MS.statement

/** Sentences in a row with a breath between them; the spans say when each is heard. */
export function joinSentences(
  said: readonly SaidSentence[],
  sampleRateHz: number
): { pcm: Pcm; spans: Span[] } {
  const toMs = (samples: number): number => (samples * 1000) / sampleRateHz
  const starts: number[] = []
  let length = 0
  said.forEach(({ samples, spoken }, i) => {
    starts.push(length)
    const pauseMs = i < said.length - 1 ? pauseAfterMs(spoken) : 0
    length += samples.length + Math.round((pauseMs * sampleRateHz) / 1000)
  })
  const joined = new Float32Array(length)
  const spans = said.map(({ samples, spoken }, i) => {
    const start = starts[i] ?? 0
    joined.set(samples, start)
    const startMs = toMs(start)
    const pauses = findPauses({ samples, sampleRateHz }).map(([from, to]): [number, number] => [
      startMs + from,
      startMs + to
    ])
    return { text: spoken, startMs, endMs: toMs(start + samples.length), pauses }
  })
  return { pcm: { samples: joined, sampleRateHz }, spans }
}
