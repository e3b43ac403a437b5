import type { Statement } from '../read-statement.ts'
import { stemOf } from '../text/stems.ts'
import type { Token } from '../text/token.ts'
import type { NameRun } from './name-run.ts'
import { namesIn } from './names-in.ts'

/** Who does what to whom. */
export interface Deed {
  verb: string
  agents: readonly NameRun[]
  patients: readonly NameRun[]
}

const VERBS = new Set(
  (
    'beat defeat buy acquire sue accuse fire hire replace arrest attack invade criticise criticize praise overtake outsell ' +
    'pay fund back block fine build follow lead own kill blame warn tell support supply appoint elect dismiss sack charge ' +
    'sell deliver chair direct design order outperform eliminate thrash upset host join succeed report make operate ' +
    'run win play train award give move lose borrow lend overcome oust endorse congratulate praise condemn defend ' +
    'acquit arrest convict help save rescue visit meet call nominate promote demote protect guard threaten mock teach'
  )
    .split(' ')
    .map(stemOf)
)
const LOSE = stemOf('lose')
const BEAT = stemOf('beat')

/** Deeds of the same sense, to one of them. */
const SAME_DEED: ReadonlyMap<string, string> = new Map(
  [
    'beat defeat overcome thrash',
    'support endorse back',
    'criticise criticize condemn',
    'dismiss fire sack oust',
    'succeed replace'
  ].flatMap(line => {
    const [first = '', ...rest] = line.split(' ').map(stemOf)
    return rest.map(each => [each, first] as [string, string])
  })
)
const MOST_WORDS_BETWEEN = 7

interface Verb {
  stem: string
  at: number
  passive: boolean
}

function verbsOf({ tokens }: Statement): Verb[] {
  return tokens.flatMap(({ kind, lower }, at) => {
    const stem = kind === 'word' ? stemOf(lower) : ''
    if (!VERBS.has(stem)) return []
    const before = tokens.slice(Math.max(0, at - 3), at).map(({ lower: word }) => word)
    const behind = tokens.slice(at + 1, at + 6).map(({ lower: word }) => word)
    const isPassive =
      behind.includes('by') &&
      (before.some(word => /^(?:was|were|is|are|been|being|be|got)$/.test(word)) || behind[0] === 'by')
    return [{ stem: SAME_DEED.get(stem) ?? stem, at, passive: isPassive }]
  })
}

const STOP = /^(?:in|on|at|for|with|after|before|and|but|,|;|\.|from|during|while|over|to)$/

/** "Optika, a company that Nimbo bought": the object stands before. */
function ownedBefore(verb: Verb, statement: Statement): Deed | null {
  const names = namesIn(statement)
  const agent = names.find(({ to }) => to === verb.at)
  if (agent === undefined || !/^(?:that|which|whom)$/.test(statement.tokens[agent.from - 1]?.lower ?? ''))
    return null
  const patient = names.filter(({ to }) => to < agent.from).slice(-1)
  return patient.length === 0 ? null : { verb: verb.stem, agents: [agent], patients: patient }
}

/** Where the clause of a verb begins: behind a semicolon, ", and" or ", but". */
function clauseStart({ tokens }: Statement, verb: number): number {
  const isStart = ({ text, lower }: Token, at: number): boolean =>
    text === ';' || (/^(?:and|but|while|whereas)$/.test(lower) && tokens[at - 1]?.text === ',')
  return tokens.slice(0, verb).findLastIndex(isStart) + 1
}

function deedOf(verb: Verb, statement: Statement): Deed[] {
  const names = namesIn(statement)
  const clause = clauseStart(statement, verb.at)
  const before = names
    .filter(({ from, to }) => from >= clause && to <= verb.at && verb.at - to <= MOST_WORDS_BETWEEN)
    .slice(-2)
  const behind = names.filter(({ from }) => from > verb.at && from - verb.at <= MOST_WORDS_BETWEEN)
  const by = statement.tokens.findIndex(({ lower }, at) => at > verb.at && lower === 'by')
  const stop = statement.tokens.findIndex(({ lower }, at) => at > verb.at && STOP.test(lower))
  const after = behind.filter(({ from }) =>
    verb.passive ? from > by : stop < 0 || from < stop || from === behind[0]?.from
  )
  const owner = ownedBefore(verb, statement)
  if (owner !== null && after.length === 0) return [owner]
  if (before.length === 0 || after.length === 0) return []
  const isTo = statement.tokens[verb.at + 1]?.lower === 'to'
  const isLoss = verb.stem === stemOf('lose') && (isTo || statement.tokens[verb.at + 1]?.kind === 'number')
  const [agents, patients] = verb.passive !== isLoss ? [after, before] : [before, after]
  return [{ verb: verb.stem === LOSE && isLoss ? BEAT : verb.stem, agents, patients }]
}

const cache = new WeakMap<Statement, Deed[]>()

export function deedsIn(statement: Statement): Deed[] {
  const known = cache.get(statement)
  if (known !== undefined) return known
  const deeds = verbsOf(statement).flatMap(verb => deedOf(verb, statement))
  cache.set(statement, deeds)
  return deeds
}

/** The same bearer, by any word that is not a title. */
export const sameName = (a: NameRun, b: NameRun): boolean => a.words.some(word => b.words.includes(word))

export const anySame = (a: readonly NameRun[], b: readonly NameRun[]): boolean =>
  a.some(each => b.some(other => sameName(each, other)))

/** "Ann Lee of Oxford": who belongs where. */
export function belongings(statement: Statement): { who: NameRun; where: NameRun }[] {
  const names = namesIn(statement)
  return names.slice(1).flatMap((where, at) => {
    const who = names[at]
    const middle =
      who === undefined ? [] : statement.tokens.slice(who.to, where.from).map(({ lower }) => lower)
    return who !== undefined && /^,? ?(?:of|at|from)(?: the)?$/.test(middle.join(' ')) ? [{ who, where }] : []
  })
}
