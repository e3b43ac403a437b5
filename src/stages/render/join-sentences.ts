import type { Span } from '../../domain/take.ts'
import type { Pcm } from './ports.ts'
import { plainWords } from './spoken-words.ts'

/** One sentence, tidied. */
export interface SaidSentence {
  spoken: string
  samples: Float32Array
  /** The part of the samples in which it is heard: from `from` up to but not including `to`. */
  heard: { from: number; to: number }
  /** Those inside it, [from, to] in ms from where it is heard first. */
  pauses: readonly [number, number][]
  /** Silence between it and the next. */
  gapMs: number
}

/** Sentences in a row with a breath between them; the spans say when each is heard. */
export function joinSentences(
  said: readonly SaidSentence[],
  sampleRateHz: number
): { pcm: Pcm; spans: Span[] } {
  const starts: number[] = []
  let length = 0
  said.forEach(({ samples, gapMs }, i) => {
    starts.push(length)
    length += samples.length + (i < said.length - 1 ? Math.round((gapMs * sampleRateHz) / 1000) : 0)
  })
  const joined = new Float32Array(length)
  const spans = said.map((sentence, i) => {
    joined.set(sentence.samples, starts[i])
    return spanOf(sentence, starts[i] ?? 0, sampleRateHz)
  })
  return { pcm: { samples: joined, sampleRateHz }, spans }
}

function spanOf({ spoken, heard, pauses }: SaidSentence, start: number, sampleRateHz: number): Span {
  const toMs = (samples: number): number => (samples * 1000) / sampleRateHz
  const startMs = toMs(start + heard.from)
  return {
    text: plainWords(spoken),
    startMs,
    endMs: toMs(start + heard.to),
    pauses: pauses.map(([from, to]) => [startMs + from, startMs + to])
  }
}
