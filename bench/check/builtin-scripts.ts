import type { FetchedFeed } from '../../src/domain/feed.ts'
import type { Rundown } from '../../src/domain/rundown.ts'
import type { Show } from '../../src/domain/show.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import type { TurnFault } from '../../src/stages/write/check/fault.ts'
import type { ScriptDraft } from '../../src/stages/write/ports.ts'
import { benchShow, WORDS_PER_MINUTE } from './bench-show.ts'

const LENGTHS = [
  [2, 4],
  [3, 5],
  [5, 8],
  [8, 10],
  [10, 10]
] as const
const DAYS = ['2025-08-29', '2025-08-30', '2025-08-31', '2025-09-01', '2026-11-22']

export interface BuiltinResult {
  turns: number
  faulty: { date: string; minutes: number; text: string; faults: TurnFault[] }[]
}

function rundownOf(feeds: FetchedFeed[], show: Show, date: string): Rundown {
  const now = new Date(`${date}T12:00:00Z`)
  const plan = planRundown({ show, episode: date, date, now, feeds, failures: [] })
  return { inputHash: 'x', ...plan }
}

function faultyTurns(draft: ScriptDraft, rundown: Rundown, show: Show): BuiltinResult['faulty'] {
  const { date } = rundown
  const found = checkScript(draft, { rundown, show, date, prompts: [], earlierEpisodes: [] })
  return [...found].map(([id, faults]) => {
    const text = draft.turns.find(turn => turn.id === id)?.text ?? ''
    return { date, minutes: show.minutes, text, faults }
  })
}

/** The built-in writer's scripts over the samples, through the check: every turn must pass. */
export async function checkBuiltinScripts(feeds: FetchedFeed[]): Promise<BuiltinResult> {
  const result: BuiltinResult = { turns: 0, faulty: [] }
  for (const [minutes, stories] of LENGTHS)
    for (const date of DAYS) {
      const show = { ...benchShow, minutes, stories }
      const rundown = rundownOf(feeds, show, date)
      const draft = await createBuiltinWriter().write({ show, rundown, wordsPerMinute: WORDS_PER_MINUTE })
      result.turns += draft.turns.length
      result.faulty.push(...faultyTurns(draft, rundown, show))
    }
  return result
}
