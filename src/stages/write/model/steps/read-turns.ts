import { z } from 'zod'
import { cleanText, countWords, oneLine } from '../../../../domain/text.ts'
import { labelOf } from '../mend-turn.ts'
import { readJson, type Read, type UnusableAnswer } from '../read-answer.ts'

/** A turn as a model gave it. */
export interface RawTurn {
  speaker: string
  text: string
  claims: number[]
  style: string
}

export interface TurnLimits {
  /** Names of the hosts. */
  hosts: readonly string[]
  /** That were asked for. */
  words: number
}

const LEAST_SHARE = 0.4
const MOST_SHARE = 2.2
const MOST_TURNS = 60
/** Of a turn: several times what can be followed. */
const MOST_CHARACTERS = 5000
const LONGEST_ALONE = 3

const turnSchema = z.object({
  speaker: z.string().max(200).catch(''),
  text: z.string().catch(''),
  claims: z.array(z.coerce.number()).catch([]),
  style: z.string().max(40).catch('')
})

export const turnsSchema = z.array(turnSchema).min(1)

/** The name of a host, whatever its case; what is no host's name stays as it is, for the check to find. */
const hostNamed = (speaker: string, hosts: readonly string[]): string =>
  hosts.find(host => host.toLowerCase() === speaker.trim().toLowerCase()) ?? oneLine(speaker)

const tidy = (turn: z.infer<typeof turnSchema>, hosts: readonly string[]): RawTurn => ({
  ...turn,
  speaker: hostNamed(turn.speaker, hosts),
  text: oneLine(cleanText(turn.text))
})

/** "Sarah: …" a line, where a model wrote its turns as a play. */
function readPlay(answer: string, hosts: readonly string[]): RawTurn[] {
  const label = labelOf(hosts)
  return answer.split('\n').flatMap(line => {
    const [mark = '', speaker = ''] = label.exec(line) ?? []
    const text = oneLine(cleanText(line.slice(mark.length)))
    return mark === '' || text === ''
      ? []
      : [{ speaker: hostNamed(speaker, hosts), text, claims: [], style: '' }]
  })
}

/** `mayBeAlone`: a narrator may tell all of it. Reads `{"turns": [{speaker, text, claims, style}, …]}`, or a play. */
export function readTurns(
  answer: string,
  { hosts, words }: TurnLimits,
  { mayBeAlone = false }: { mayBeAlone?: boolean } = {}
): Read<RawTurn[]> {
  const json = readJson(answer)
  if ('fault' in json) {
    const play = json.fault === 'broken-json' && !/[{}]/.test(answer) ? readPlay(answer, hosts) : []
    return play.length < 2
      ? json
      : (faultOfTurns(play, hosts, words, mayBeAlone) ?? { value: play, notes: ['lines'] })
  }
  const value = Array.isArray(json.value) ? json.value : (json.value as { turns?: unknown }).turns
  const parsed = turnsSchema.safeParse(value)
  if (!parsed.success)
    return {
      fault: 'shape',
      message: 'The answer had no turns. Give {"turns": [{"speaker", "text", "claims", "style"}, …]}.'
    }
  const turns = parsed.data.map(turn => tidy(turn, hosts))
  return faultOfTurns(turns, hosts, words, mayBeAlone) ?? { value: turns, notes: json.notes ?? [] }
}

function faultOfTurns(
  turns: readonly RawTurn[],
  hosts: readonly string[],
  asked: number,
  mayBeAlone: boolean
): UnusableAnswer | null {
  const tooMuch = (what: string): UnusableAnswer => ({
    fault: 'length',
    message: `${what}; write about ${Math.round(asked)} words.`
  })
  if (turns.length > MOST_TURNS)
    return tooMuch(`There were ${turns.length} turns, at most ${MOST_TURNS} are read`)
  const words = turns.reduce((sum, { text }) => sum + countWords(text), 0)
  if (words < asked * LEAST_SHARE || words > asked * MOST_SHARE)
    return { fault: 'length', message: `The turns had ${words} words; write about ${Math.round(asked)}.` }
  if (turns.some(({ text }) => text.length > MOST_CHARACTERS))
    return tooMuch(`A turn had more than ${MOST_CHARACTERS} characters`)
  const [speaker = '', ...others] = new Set(turns.map(each => each.speaker))
  if (!mayBeAlone && hosts.length > 1 && turns.length >= LONGEST_ALONE && others.length === 0)
    return {
      fault: 'one-voice',
      message: `All turns were by ${hosts.includes(speaker) ? speaker : 'one speaker'}; ${hosts.join(' and ')} take turns.`
    }
  return null
}
