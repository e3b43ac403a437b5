import type { Goal } from './goal.ts'
import type { FinishedRun } from './tasks.ts'

/** A minute of finished speech on one core, by voice. */
export const finishedRows = ({ voices }: FinishedRun): Record<string, Record<string, string>> =>
  Object.fromEntries(
    voices.map(({ voice, speechSeconds, wallSeconds, cpuSeconds, secondsPerMinute }) => [
      voice,
      {
        'speech s': speechSeconds.toFixed(1),
        'wall s': wallSeconds.toFixed(2),
        'processor s': cpuSeconds.toFixed(2),
        's / minute': secondsPerMinute.toFixed(2),
        'audio s / s': (60 / secondsPerMinute).toFixed(0)
      }
    ])
  )

/** MAI-Voice-1's claim for one GPU (microsoft.ai, 28 August 2025); the slowest voice answers for all. */
export function goalOfFinished({ voices }: FinishedRun): Goal {
  const slowest = voices.reduce((worst, voice) =>
    voice.secondsPerMinute > worst.secondsPerMinute ? voice : worst
  )
  return {
    goal: 'one minute of finished speech in under 1 s on one core',
    measured: `${slowest.secondsPerMinute.toFixed(2)} s with ${slowest.voice}, the slowest voice`,
    met: slowest.secondsPerMinute < 1
  }
}
