import { countWords } from '../../domain/text.ts'
import type { Pcm } from './ports.ts'
import { plainWords } from './spoken-words.ts'

/** Words per minute: between slow dictation and the fastest auctioneer. */
const PACE = { slowest: 60, fastest: 400 }
/** On top of the slowest pace: one long word may stand alone, with silence around it. */
const GRACE_SECONDS = 1
const LETTERS_PER_WORD = 5
const FLAT_TOP = { level: 0.99, run: 3, share: 0.001 }

/** What is wrong with the raw audio of a call, or null. */
export function faultOfRaw({ samples, sampleRateHz }: Pcm): string | null {
  if (!(sampleRateHz > 0)) return `has a sample rate of ${sampleRateHz} Hz`
  if (samples.length === 0) return 'is empty'
  const { bad, clipped } = surveySamples(samples)
  if (bad !== -1) return `has a sample that is no number, at ${(bad / sampleRateHz).toFixed(2)} s`
  if (clipped / samples.length > FLAT_TOP.share)
    return `is clipped: ${((clipped / samples.length) * 100).toFixed(1)} % of it is cut off at full scale`
  return null
}

/** What is wrong with the tidied audio of a call at this speed, or null: it is silent, or its length does not fit its words. */
export function faultOfSaid({ samples, sampleRateHz }: Pcm, spoken: string, speed: number): string | null {
  if (samples.length === 0) return 'is silent'
  const seconds = samples.length / sampleRateHz
  const plain = plainWords(spoken)
  const words = countWords(plain)
  const byLetters = plain.replace(/[^\p{L}\p{N}]/gu, '').length / LETTERS_PER_WORD
  const shortest = (Math.min(words, byLetters) * 60) / (PACE.fastest * speed)
  const longest = (Math.max(words, byLetters) * 60) / (PACE.slowest * speed) + GRACE_SECONDS
  if (seconds >= shortest && seconds <= longest) return null
  return `lasts ${seconds.toFixed(2)} s for ${words} words: ${shortest.toFixed(1)} to ${longest.toFixed(1)} s can be right`
}

/** Where the first sample is that is no number, else -1; how many lie in runs of the same value near full scale. */
function surveySamples(samples: Float32Array): { bad: number; clipped: number } {
  let clipped = 0
  let run = 0
  let before = 0
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number
    const size = Math.abs(sample)
    if (!(size < Infinity)) return { bad: i, clipped }
    run = size < FLAT_TOP.level ? 0 : sample === before ? run + 1 : 1
    before = sample
    if (run === FLAT_TOP.run) clipped += run
    else if (run > FLAT_TOP.run) clipped++
  }
  return { bad: -1, clipped }
}
