import { countWords } from '../../../domain/text.ts'
import type { ScriptDraft } from '../ports.ts'
import { checkTurn } from './check-turn.ts'
import type { CheckContext, CheckedTurn } from './context.ts'
import type { TurnFault } from './fault.ts'
import { monotoneFaults } from './form/check-monotone.ts'
import { nameUseFaults } from './form/check-name-use.ts'

const MOST_TURNS_IN_A_ROW = 3
const LEAST_SHARE_OF_EPISODE = 0.6
const MOST_SHARE_OF_EPISODE = 1.4

/** The turns of a draft, each with the story that its segment tells. */
export const turnsToCheck = ({ turns, segments }: ScriptDraft): CheckedTurn[] =>
  turns.map(({ id, host, text, items, segment }) => {
    const story = segments.find(each => each.id === segment)?.story ?? null
    return { id, host, text, items, story }
  })

/** One host who speaks alone, or on and on, in a show of more. */
function monologueFaults(turns: readonly CheckedTurn[], at: number, context: CheckContext): TurnFault[] {
  if (context.show.hosts.length < 2) return []
  const { host = '' } = turns[at] ?? {}
  const isAlone = turns.length > 2 && turns.every(turn => turn.host === host)
  const run = turns.slice(Math.max(0, at - MOST_TURNS_IN_A_ROW), at + 1)
  const isLong = run.length > MOST_TURNS_IN_A_ROW && run.every(turn => turn.host === host)
  if (!isAlone && !isLong) return []
  const others = context.show.hosts.map(({ name }) => name).filter(name => name !== host)
  const message = `${host} speaks ${isAlone ? 'all turns' : `more than ${MOST_TURNS_IN_A_ROW} turns in a row`}; let ${others.join(' and ')} speak`
  return [{ kind: 'one-voice', text: host, message }]
}

/** The whole is far shorter or longer than its time; told at the last turn. */
function episodeFaults(turns: readonly CheckedTurn[], { episodeWords }: CheckContext): TurnFault[] {
  const words = turns.reduce((sum, { text }) => sum + countWords(text), 0)
  if (episodeWords === undefined) return []
  const share = words / episodeWords
  if (share >= LEAST_SHARE_OF_EPISODE && share <= MOST_SHARE_OF_EPISODE) return []
  return [
    {
      kind: 'length',
      text: `${words} words`,
      message: `the script has ${words} words; about ${Math.round(episodeWords)} fill its time`
    }
  ]
}

/** How the turns sound one after the other. Characters call each other as they like, and a meditation is even by intent. */
function styleFaults(turns: readonly CheckedTurn[], context: CheckContext): (turn: string) => TurnFault[] {
  const { format } = context.show
  const names = format === 'story' ? new Map<string, TurnFault[]>() : nameUseFaults(turns, context)
  const even = format === 'meditation' ? new Map<string, TurnFault[]>() : monotoneFaults(turns)
  return turn => [...(names.get(turn) ?? []), ...(even.get(turn) ?? [])]
}

/** What is wrong with a script, by turn id; turns that may be heard are not in it. */
export function checkScript(draft: ScriptDraft, context: CheckContext): Map<string, TurnFault[]> {
  const turns = turnsToCheck(draft)
  const faults = new Map<string, TurnFault[]>()
  const ofStyle = styleFaults(turns, context)
  turns.forEach((turn, at) => {
    const found = [
      ...checkTurn(turn, { ...context, said: turns.slice(0, at) }),
      ...monologueFaults(turns, at, context),
      ...ofStyle(turn.id),
      ...(at === turns.length - 1 ? episodeFaults(turns, context) : [])
    ]
    if (found.length > 0) faults.set(turn.id, found)
  })
  return faults
}
