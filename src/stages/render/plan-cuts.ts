import { FRAME_MS, frameLevels, frameSize, speechFrames } from './frame-levels.ts'
import type { Pcm } from './ports.ts'

/** A stretch of samples that stays: from `from` up to but not including `to`. */
export interface Keep {
  from: number
  to: number
}

/** Left before the first and after the last frame of speech, so that soft beginnings and ends stay whole. */
export const GUARD_MS = { before: 20, after: 30 }
const PAUSE_MS = { longest: 600, shortened: 450, heard: 160 }
const PAUSE_BELOW_LOUD_DB = 32

/** What stays of a spoken sentence: silence goes at both ends, long pauses lose their middle. Nothing, where nothing is heard. */
export function planCuts(pcm: Pcm): Keep[] {
  const speech = speechFrames(frameLevels(pcm))
  const size = frameSize(pcm.sampleRateHz)
  const samplesOf = (ms: number): number => Math.round((ms * pcm.sampleRateHz) / 1000)
  const first = speech.indexOf(true)
  if (first === -1) return []
  const keeps: Keep[] = []
  let from = Math.max(0, first * size - samplesOf(GUARD_MS.before))
  for (const pause of pausesIn(speech)) {
    if ((pause.to - pause.from) * FRAME_MS <= PAUSE_MS.longest) continue
    const half = samplesOf(PAUSE_MS.shortened / 2)
    keeps.push({ from, to: pause.from * size + half })
    from = pause.to * size - half
  }
  const end = (speech.lastIndexOf(true) + 1) * size + samplesOf(GUARD_MS.after)
  return [...keeps, { from, to: Math.min(pcm.samples.length, end) }]
}

/**
 * Pauses inside a tidied sentence that the ear takes for one, [from, to] in ms. A voice that hums through its pauses
 * is some 32 dB down in them; over the demo's sentences these are just the commas and colons of what is said.
 */
export function findPauses(pcm: Pcm): [number, number][] {
  const frameMs = (frameSize(pcm.sampleRateHz) * 1000) / pcm.sampleRateHz
  return pausesIn(speechFrames(frameLevels(pcm), PAUSE_BELOW_LOUD_DB))
    .map(({ from, to }): [number, number] => [from * frameMs, to * frameMs])
    .filter(([from, to]) => to - from >= PAUSE_MS.heard)
}

/** The runs of frames without speech that stand between frames with speech. */
function pausesIn(speech: readonly boolean[]): Keep[] {
  const spoken = speech.flatMap((is, i) => (is ? [i] : []))
  return spoken.flatMap((frame, i) => {
    const next = spoken[i + 1]
    return next !== undefined && next > frame + 1 ? [{ from: frame + 1, to: next }] : []
  })
}
