import { decodeWav, encodeWav } from '../../domain/wav.ts'

/** Flite's voices pause for 130 to 260 ms at a comma; below this it is no pause to the ear. */
const SHORTEST_SECONDS = 0.22

interface Pause {
  /** Seconds from the start. */
  middle: number
  seconds: number
}

/** The pauses inside a sentence, from what Flite prints with -psdur: "pau:0.119 hh:0.236 …", each with its end. */
export function pausesPrinted(printed: string): Pause[] {
  const segments = printed
    .trim()
    .split(/\s+/)
    .map(segment => /^([a-z]+):([\d.]+)$/.exec(segment))
  const ends = segments.map(match => Number(match?.[2] ?? Number.NaN))
  return segments.slice(1, -1).flatMap((match, i) => {
    const [from = 0, to = 0] = [ends[i], ends[i + 1]]
    return match?.[1] === 'pau' && to > from ? [{ middle: (from + to) / 2, seconds: to - from }] : []
  })
}

/** The same speech with silence put into the middle of each pause that is too short to be heard as one. */
export function lengthenPauses(wav: Uint8Array, printed: string): Uint8Array {
  const short = pausesPrinted(printed).filter(({ seconds }) => seconds < SHORTEST_SECONDS)
  if (short.length === 0) return wav
  const { samples, sampleRateHz } = decodeWav(wav)
  const toSamples = (seconds: number): number => Math.round(seconds * sampleRateHz)
  const added = short.map(({ seconds }) => toSamples(SHORTEST_SECONDS - seconds))
  const longer = new Float32Array(samples.length + added.reduce((sum, count) => sum + count, 0))
  let [from, at] = [0, 0]
  short.forEach(({ middle }, i) => {
    const to = Math.min(samples.length, toSamples(middle))
    longer.set(samples.subarray(from, to), at)
    at += to - from + (added[i] ?? 0)
    from = to
  })
  longer.set(samples.subarray(from), at)
  return encodeWav({ samples: longer, sampleRateHz })
}
