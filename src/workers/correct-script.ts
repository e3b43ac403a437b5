import type { Rundown } from '../domain/rundown.ts'
import type { Script } from '../domain/script.ts'
import type { Take } from '../domain/take.ts'
import { planMix, type PlannedMix } from '../stages/mix/plan-mix.ts'
import type { Stings } from '../stages/mix/ports.ts'
import { applyCorrection } from '../stages/render/apply-correction.ts'
import { correctLength } from '../stages/render/correct-length.ts'
import { createTakeEstimate } from '../stages/render/estimate-from-takes.ts'
import type { TakePlan } from '../stages/render/plan-take.ts'

export interface Rendered {
  script: Script
  plans: readonly TakePlan[]
  takes: Take[]
  music: Stings | null
}

const planned = ({ script, takes, music }: Rendered): PlannedMix =>
  planMix({ script, takes, music, takePath: sha256 => sha256 })

/** Seconds of the episode that will be mixed of these takes, music and silence included. */
export const episodeSeconds = (rendered: Rendered): number => planned(rendered).plan.durationMs / 1000

/** Seconds of each turn with the silence before it, by its id. */
function turnSeconds({ plan, heard }: PlannedMix): Map<string, number> {
  const lengths = plan.clips.map(({ durationMs }, at) => durationMs + (plan.clips[at - 1]?.gapMs ?? 0))
  return new Map(heard.map(({ turn }, at) => [turn, (lengths[at] ?? 0) / 1000]))
}

/** Silence between two turns of a story, in seconds, at its usual. */
function usualGapSeconds({ plan }: PlannedMix): number {
  const gaps = plan.clips
    .slice(0, -1)
    .map(({ gapMs }) => gapMs)
    .toSorted((a, b) => a - b)
  return (gaps[Math.floor(gaps.length / 2)] ?? 0) / 1000
}

/** The script as it is to be heard, where its takes are too long or too short; null where it stays as it is. */
export function correctedScript(
  rendered: Rendered,
  {
    spare,
    rundown,
    askedSeconds
  }: { spare: readonly TakePlan[]; rundown: Rundown | null; askedSeconds: number }
): Script | null {
  const { script, plans, takes } = rendered
  const mix = planned(rendered)
  const estimate = createTakeEstimate(plans, takes)
  const gapSeconds = usualGapSeconds(mix)
  const seconds = new Map([
    ...turnSeconds(mix),
    ...spare.map(plan => [plan.turn, estimate(plan) + gapSeconds] as const)
  ])
  const items = rundown?.stories.flatMap(({ items }) => items) ?? []
  const outlets = new Map(items.map(({ id, outlet }) => [id, outlet]))
  const correction = correctLength({
    script,
    secondsOf: turn => seconds.get(turn) ?? 0,
    outletOf: item => outlets.get(item) ?? item,
    gotSeconds: mix.plan.durationMs / 1000,
    askedSeconds
  })
  return correction === null ? null : applyCorrection(script, correction)
}
