import { join } from 'node:path'
import type { ContenderSetup } from './contenders/contender.ts'
import { CACHE } from './find-models.ts'
import { runTask } from './run-task.ts'
import type { Contended, SpeedRun } from './speed-run.ts'
import type { ContenderName } from './tasks.ts'

export interface Race {
  /** Ours comes first. */
  contenders: readonly ContenderName[]
  setup: Omit<ContenderSetup, 'scratch'>
  sha256: string
  sentences: readonly string[]
  rounds: number
  /** Why some are not even tried. */
  missing: ReadonlyMap<ContenderName, string>
  say(line: string): void
}

/** A B C D, A B C D ...: one process each, in turns, because a machine has its moods. One that fails is left out after. */
export async function raceContenders(race: Race): Promise<Contended[]> {
  const runs = new Map<ContenderName, SpeedRun[]>(race.contenders.map(name => [name, []]))
  const out = new Map(race.missing)
  for (let round = 1; round <= race.rounds; round++)
    for (const contender of race.contenders.filter(name => !out.has(name))) {
      try {
        const run = await runTask<'speed'>({
          kind: 'speed',
          contender,
          setup: { ...race.setup, scratch: scratchOf(race, contender) },
          sentences: race.sentences
        })
        runs.get(contender)?.push(run)
        race.say(
          `${race.setup.family} ${round}/${race.rounds} ${contender}: ${(run.audioSeconds / run.wallSeconds).toFixed(2)} audio s / s, others took ${run.otherCores.toFixed(1)} cores`
        )
      } catch (error) {
        out.set(contender, error instanceof Error ? error.message : String(error))
      }
    }
  return race.contenders.map(contender => {
    const notMeasured = out.get(contender)
    return {
      contender,
      runs: runs.get(contender) ?? [],
      ...(notMeasured === undefined ? {} : { notMeasured })
    }
  })
}

const scratchOf = ({ setup, sha256 }: Race, contender: ContenderName): string =>
  join(CACHE, `${setup.family}-${contender}-${sha256.slice(0, 12)}`)
