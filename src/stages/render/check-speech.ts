import { countWords } from '../../domain/text.ts'
import type { Pcm } from './ports.ts'

/** Words per minute: between slow dictation and the fastest auctioneer. */
const PACE = { slowest: 60, fastest: 400 }
/** On top of the slowest pace: one long word may stand alone, with silence around it. */
const GRACE_SECONDS = 1
const LETTERS_PER_WORD = 5
const FLAT_TOP = { level: 0.99, run: 3, share: 0.001 }

/** What is wrong with the raw audio of a sentence, or null. */
export function faultOfRaw({ samples, sampleRateHz }: Pcm): string | null {
  if (!(sampleRateHz > 0)) return `has a sample rate of ${sampleRateHz} Hz`
  if (samples.length === 0) return 'is empty'
  const bad = samples.findIndex(sample => !Number.isFinite(sample))
  if (bad !== -1) return `has a sample that is no number, at ${(bad / sampleRateHz).toFixed(2)} s`
  const clipped = clippedShare(samples)
  if (clipped > FLAT_TOP.share)
    return `is clipped: ${(clipped * 100).toFixed(1)} % of it is cut off at full scale`
  return null
}

/** What is wrong with the tidied audio of a sentence, or null: it is silent, or its length does not fit its words. */
export function faultOfSaid({ samples, sampleRateHz }: Pcm, spoken: string, speed: number): string | null {
  if (samples.length === 0) return 'is silent'
  const seconds = samples.length / sampleRateHz
  const words = countWords(spoken)
  const byLetters = spoken.replace(/[^\p{L}\p{N}]/gu, '').length / LETTERS_PER_WORD
  const shortest = (Math.min(words, byLetters) * 60) / (PACE.fastest * speed)
  const longest = (Math.max(words, byLetters) * 60) / (PACE.slowest * speed) + GRACE_SECONDS
  if (seconds >= shortest && seconds <= longest) return null
  return `lasts ${seconds.toFixed(2)} s for ${words} words: ${shortest.toFixed(1)} to ${longest.toFixed(1)} s can be right`
}

/** Share of the samples that lie in runs of the same value near full scale. */
function clippedShare(samples: Float32Array): number {
  let clipped = 0
  let run = 0
  for (let i = 0; i < samples.length; i++) {
    const high = Math.abs(samples[i] ?? 0) >= FLAT_TOP.level
    run = high && (run === 0 || samples[i] === samples[i - 1]) ? run + 1 : high ? 1 : 0
    if (run === FLAT_TOP.run) clipped += run
    else if (run > FLAT_TOP.run) clipped++
  }
  return clipped / samples.length
}
