const FRAME_MS = 30
const SEARCH_MS = 8

/** Speech at another pace and the same pitch (waveform similarity overlap-add), for models that cannot change their own. */
export function stretchTime(samples: Float32Array, speed: number, sampleRateHz: number): Float32Array {
  const half = Math.round((FRAME_MS * sampleRateHz) / 2000)
  const search = Math.round((SEARCH_MS * sampleRateHz) / 1000)
  if (speed === 1 || samples.length < 4 * half) return samples
  const out = new Float32Array(Math.round(samples.length / speed))
  let follow = 0
  for (let at = 0; at < out.length; at += half) {
    const wanted = Math.round(at * speed)
    const from = at === 0 ? 0 : bestStart(samples, follow, wanted, half, search)
    addFrame(out, at, samples, from, half)
    follow = from + half
  }
  return out
}

/** Of the starts about `wanted`, the one whose sound goes on most like the one at `follow`. */
function bestStart(
  samples: Float32Array,
  follow: number,
  wanted: number,
  half: number,
  search: number
): number {
  let best = { start: wanted, likeness: -Infinity }
  for (let start = Math.max(0, wanted - search); start <= wanted + search; start += 2) {
    let likeness = 0
    for (let i = 0; i < half; i += 4) likeness += (samples[follow + i] ?? 0) * (samples[start + i] ?? 0)
    if (likeness > best.likeness) best = { start, likeness }
  }
  return best.start
}

/** Adds a frame that swells over its first half and fades over its second; the first of all begins whole. */
function addFrame(out: Float32Array, at: number, samples: Float32Array, from: number, half: number): void {
  for (let i = 0; i < 2 * half && at + i < out.length; i++) {
    const swell = i < half ? (at === 0 ? 1 : i / half) : 2 - i / half
    out[at + i] = (out[at + i] ?? 0) + swell * (samples[from + i] ?? 0)
  }
}
