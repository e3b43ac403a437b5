import type { Goal } from './goal.ts'
import type { StallRun } from './tasks.ts'

const MOST_MS = 20

/** The main thread's delays by what went on beside it. */
export const stallRows = (runs: Readonly<Record<string, StallRun>>): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(runs).map(
      ([name, { maxMs, p99Ms, probeMaxMs, ownWorkMaxMs, audioSeconds, wallSeconds }]) => [
        name,
        {
          'longest ms': maxMs.toFixed(1),
          'p99 ms': p99Ms.toFixed(1),
          'own probe ms': probeMaxMs.toFixed(1),
          'own work ms': ownWorkMaxMs?.toFixed(1) ?? 'unknown',
          'audio s': audioSeconds.toFixed(0),
          'wall s': wallSeconds.toFixed(1)
        }
      ]
    )
  )

export const goalOfStall = (name: string, { maxMs, ownWorkMaxMs }: StallRun): Goal => ({
  goal: `the event loop's longest stall under ${MOST_MS} ms while ${name} renders takes`,
  measured: `${maxMs.toFixed(1)} ms${ownWorkMaxMs === null ? '' : `, of its own work ${ownWorkMaxMs.toFixed(1)} ms`}`,
  met: maxMs < MOST_MS
})
