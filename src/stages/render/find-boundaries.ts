import { countSyllables } from './estimate-seconds.ts'
import { findPauses } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

/** Between two sentences of one call, in ms. Where no pause is heard there, it has no length. */
export interface Boundary {
  fromMs: number
  toMs: number
}

/** A voice may be this far from where the syllables put it, even beside a sentence of one word; and no further. */
const REACH_MS = { least: 300, most: 1500 }

interface Pause extends Boundary {
  /** When it comes, on a clock that stands still while nobody speaks. */
  spokenMs: number
}

/**
 * Where the sentences of one call end: the syllables say about where, and the nearest pause says where. A long pause
 * counts as nearer than a comma's.
 */
export function findBoundaries(pcm: Pcm, spoken: readonly string[]): Boundary[] {
  if (spoken.length < 2) return []
  const pauses = withSpokenTime(findPauses(pcm))
  const silentMs = pauses.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  const spokenMs = (pcm.samples.length * 1000) / pcm.sampleRateHz - silentMs
  const shares = sharesOf(spoken).map(share => share * spokenMs)
  let expectedMs = 0
  let last = 0
  return shares.slice(0, -1).map((lengthMs, i) => {
    expectedMs += lengthMs
    const earliest = expectedMs - reachMs(lengthMs)
    const latest = expectedMs + reachMs(shares[i + 1] ?? 0)
    const near = pauses.filter(
      pause => pause.fromMs > last && pause.spokenMs >= earliest && pause.spokenMs <= latest
    )
    const found = nearest(near, expectedMs) ?? instantAt(pauses, expectedMs, last)
    last = found.toMs
    return { fromMs: found.fromMs, toMs: found.toMs }
  })
}

/** Into a sentence of this length. */
const reachMs = (lengthMs: number): number => Math.min(REACH_MS.most, Math.max(REACH_MS.least, lengthMs / 2))

function sharesOf(spoken: readonly string[]): number[] {
  const syllables = spoken.map(text => Math.max(1, countSyllables([{ spoken: text }])))
  const total = syllables.reduce((sum, count) => sum + count, 0)
  return syllables.map(count => count / total)
}

function withSpokenTime(pauses: readonly [number, number][]): Pause[] {
  let silentMs = 0
  return pauses.map(([fromMs, toMs]) => {
    const pause = { fromMs, toMs, spokenMs: fromMs - silentMs }
    silentMs += toMs - fromMs
    return pause
  })
}

function nearest(pauses: readonly Pause[], expectedMs: number): Boundary | undefined {
  const distance = ({ spokenMs, fromMs, toMs }: Pause): number =>
    Math.abs(spokenMs - expectedMs) - 2 * (toMs - fromMs)
  return [...pauses].sort((a, b) => distance(a) - distance(b))[0]
}

/** Where so much has been spoken, though no pause is there. */
function instantAt(pauses: readonly Pause[], expectedMs: number, last: number): Boundary {
  const silentMs = pauses
    .filter(({ spokenMs }) => spokenMs < expectedMs)
    .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  const atMs = Math.max(last, expectedMs + silentMs)
  return { fromMs: atMs, toMs: atMs }
}
