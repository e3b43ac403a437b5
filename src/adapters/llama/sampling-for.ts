import type { WritingStep } from '../../domain/writer.ts'

export interface Sampling {
  temperature: number
  /** Words less likely than this share of the likeliest are left out. */
  minP: number
}

const FAITHFUL: Sampling = { temperature: 0.2, minP: 0.05 }
const LIVELY: Sampling = { temperature: 0.7, minP: 0.05 }

/** What is copied and ordered stays close to the source; what is said aloud may vary. */
const SAMPLING: Readonly<Record<WritingStep, Sampling>> = {
  digest: FAITHFUL,
  'line-up': FAITHFUL,
  dialogue: LIVELY,
  frame: LIVELY,
  repair: LIVELY
}

export const samplingFor = (step: WritingStep): Sampling => SAMPLING[step]

/** llama.cpp takes 32 bits, and the highest of them for "any seed". */
export const toLlamaSeed = (seed: number): number => Math.abs(Math.trunc(seed)) % 0xffff_ffff
