import { joinSamples } from '../../domain/join-samples.ts'

/** The sound of a piece, and the phonemes it was made from. */
export interface SaidPiece {
  phonemes: string
  samples: Float32Array
}

/** What is heard as a breath after a mark, in all; the ends of pieces bring silence of their own, which goes first. */
const GAP_MS = { sentence: 300, clause: 200, comma: 130, none: 20 }
const FRAME_MS = 5
const BELOW_PEAK_DB = 50
const GUARD_MS = 20
const FADE_MS = 5

function gapAfterMs(phonemes: string): number {
  const marks = /[;:,.!?—…"“”()]+\s*$/.exec(phonemes)?.[0] ?? ''
  if (/[.!?…]/.test(marks)) return GAP_MS.sentence
  if (/[;:—]/.test(marks)) return GAP_MS.clause
  return marks === '' ? GAP_MS.none : GAP_MS.comma
}

/** Pieces in a row: silence at the seams gives way to the gap that the mark there asks for; the outer ends stay. Never beyond full scale. */
export function joinPieces(pieces: readonly SaidPiece[], sampleRateHz: number): Float32Array {
  const samplesOf = (ms: number): number => Math.round((ms * sampleRateHz) / 1000)
  const last = pieces.length - 1
  const parts = pieces.flatMap(({ phonemes, samples }, i) => {
    const heard = heardPart(samples, sampleRateHz)
    const from = i === 0 ? 0 : heard.from
    const to = i === last ? samples.length : heard.to
    const part = samples.slice(from, to)
    fade(part, samplesOf(FADE_MS), { start: i > 0, end: i < last })
    return i === last ? [part] : [part, new Float32Array(samplesOf(gapAfterMs(phonemes)))]
  })
  return withinFullScale(joinSamples(parts))
}

/** From the first frame that is not silent to the last, with a guard. */
function heardPart(samples: Float32Array, sampleRateHz: number): { from: number; to: number } {
  const size = Math.max(1, Math.round((FRAME_MS * sampleRateHz) / 1000))
  const guard = Math.round((GUARD_MS * sampleRateHz) / 1000)
  const threshold = peakOf(samples) * 10 ** (-BELOW_PEAK_DB / 20)
  const loud = samples.findIndex(sample => Math.abs(sample) > threshold)
  const lastLoud = samples.findLastIndex(sample => Math.abs(sample) > threshold)
  if (loud === -1) return { from: 0, to: samples.length }
  return {
    from: Math.max(0, Math.floor(loud / size) * size - guard),
    to: Math.min(samples.length, (Math.floor(lastLoud / size) + 1) * size + guard)
  }
}

function fade(part: Float32Array, length: number, { start, end }: { start: boolean; end: boolean }): void {
  const most = Math.min(length, Math.floor(part.length / 2))
  for (let i = 0; i < most; i++) {
    const gain = i / most
    const at = part.length - 1 - i
    if (start) part[i] = (part[i] ?? 0) * gain
    if (end) part[at] = (part[at] ?? 0) * gain
  }
}

function withinFullScale(samples: Float32Array): Float32Array {
  const peak = peakOf(samples)
  return peak > 1 ? samples.map(sample => sample / peak) : samples
}

const peakOf = (samples: Float32Array): number =>
  samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0)
