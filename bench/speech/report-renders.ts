import type { Goal } from './goal.ts'
import { goalOfMemory } from './report-speed.ts'
import { slope } from './statistics.ts'
import type { RendersRun } from './tasks.ts'

const MIB = 2 ** 20
/** What resident memory may rise over the later half and still be called flat: the allocator's breath. */
const FLAT_SHARE = 0.03

export interface RendersReport {
  rows: Record<string, Record<string, string>>
  /** By how much it rises in a hundred renders, over the later half. */
  mibPerHundred: number
  flat: boolean
  perWorkerMiB: number
  goals: Goal[]
}

/** Whether memory stays where it is, once all is loaded and the arenas have grown to the longest sentence. */
export function reportRenders({ points, baseBytes, peakBytes, workers }: RendersRun): RendersReport {
  const later = points.slice(Math.floor(points.length / 2))
  const perRender = slope(later.map(({ renders, rssBytes }) => ({ x: renders, y: rssBytes })))
  const mean = later.reduce((sum, { rssBytes }) => sum + rssBytes, 0) / later.length
  const stretch = (later.at(-1)?.renders ?? 0) - (later[0]?.renders ?? 0)
  const flat = later.length > 1 && perRender * stretch < FLAT_SHARE * mean
  const mibPerHundred = (perRender * 100) / MIB
  const perWorkerMiB = (peakBytes - baseBytes) / workers / MIB
  const total = points.at(-1)?.renders ?? 0
  return {
    rows: Object.fromEntries(
      points.map(({ renders, rssBytes }) => [renders, { 'RSS MiB': (rssBytes / MIB).toFixed(0) }])
    ),
    mibPerHundred,
    flat,
    perWorkerMiB,
    goals: [
      {
        goal: `memory flat over ${total} renders`,
        measured: `${mibPerHundred.toFixed(1)} MiB per hundred over the later half`,
        met: flat
      },
      goalOfMemory(perWorkerMiB)
    ]
  }
}
