import { fadeIn, fadeOut } from './fade.ts'
import { findBoundaries, type Boundary } from './find-boundaries.ts'
import type { SaidSentence } from './join-sentences.ts'
import { pauseAfterMs } from './pause-after.ts'
import { findPauses, GUARD_MS } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

/** A model's own pause between two sentences stays when it is of this length. */
const SANE_MS = { shortest: 200, longest: 600 }

/** Between two sentences, all in ms: what is between `end` and `start` goes, and `gapMs` of silence comes. */
interface Cut {
  end: number
  start: number
  gapMs: number
  /** The sentence before is heard until here, the one after from here. */
  heardUntil: number
  heardFrom: number
}

/**
 * Cuts what was said in one call into its sentences, with the pauses between them as they should be: the model's own
 * where it is sane, else the usual breath, and both longer or shorter by `pauseFactor`.
 */
export function cutUtterance(pcm: Pcm, spoken: readonly string[], pauseFactor: number): SaidSentence[] {
  const { samples, sampleRateHz } = pcm
  const at = (ms: number): number => Math.round((ms * sampleRateHz) / 1000)
  const cuts = findBoundaries(pcm, spoken).map((boundary, i) =>
    planCut(boundary, pauseAfterMs(spoken[i] ?? ''), pauseFactor)
  )
  return spoken.map((text, i) => {
    const [before, after] = [cuts[i - 1], cuts[i]]
    const from = at(before?.start ?? 0)
    const part = samples.slice(from, after ? at(after.end) : undefined)
    if (before && isChange(before)) fadeIn(part, sampleRateHz)
    if (after && isChange(after)) fadeOut(part, sampleRateHz)
    const heard = {
      from: before ? at(before.heardFrom) - from : 0,
      to: after ? at(after.heardUntil) - from : part.length
    }
    return {
      spoken: text,
      samples: part,
      heard,
      pauses: findPauses({ samples: part.subarray(heard.from, heard.to), sampleRateHz }),
      gapMs: after?.gapMs ?? pauseAfterMs(text) * pauseFactor
    }
  })
}

const isChange = ({ end, start, gapMs }: Cut): boolean => start > end || gapMs > 0

/** Nothing changes where no pause is heard: that would cut a word in two. */
function planCut({ fromMs, toMs }: Boundary, breathMs: number, pauseFactor: number): Cut {
  const ownMs = toMs - fromMs
  const isSane = ownMs >= SANE_MS.shortest && ownMs <= SANE_MS.longest
  const wantedMs = isSane ? ownMs * pauseFactor : breathMs * pauseFactor + GUARD_MS.before + GUARD_MS.after
  const changeMs = ownMs === 0 ? 0 : wantedMs - ownMs
  const middle = (fromMs + toMs) / 2
  const halfCut = Math.max(0, -changeMs) / 2
  const [end, start] = [middle - halfCut, middle + halfCut]
  return {
    end,
    start,
    gapMs: Math.max(0, changeMs),
    heardUntil: Math.min(fromMs + GUARD_MS.after, end),
    heardFrom: Math.max(toMs - GUARD_MS.before, start)
  }
}
