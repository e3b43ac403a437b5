import { countWords } from '../../../../domain/text.ts'
import type { CheckContext, CheckedTurn } from '../context.ts'
import type { TurnFault } from '../fault.ts'
import { plainText } from '../text/plain.ts'

/** People who sit side by side seldom need each other's names. */
const WORDS_PER_NAME = 120

/** "Ray, …", "…, Ray?", "Thanks, Ray.", "Over to you Ray": a name by which one host speaks to another. */
function addressOf(name: string): RegExp {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const before = `(?:^|[.!?,;:—-]["']?\\s+|\\b(?:[Tt]hanks|[Tt]hank you|[Rr]ight|[Yy]es|[Nn]o|[Ww]ell|[Ss]o|[Aa]nd|[Hh]ey|[Ss]ure|[Oo]kay|you)\\s+)`
  return new RegExp(`${before}${literal}(?=[,.!?;:—]|\\s*$)`, 'gu')
}

const callsIn = (text: string, hosts: readonly string[]): string[] =>
  hosts.flatMap(name => [...plainText(text).matchAll(addressOf(name))].map(() => name))

/** Hosts who call each other by name too often, by turn id; the opening and the close are free. */
export function nameUseFaults(
  turns: readonly CheckedTurn[],
  { show }: CheckContext
): Map<string, TurnFault[]> {
  const hosts = show.hosts.map(({ name }) => name)
  const faults = new Map<string, TurnFault[]>()
  let [words, calls] = [0, 0]
  for (const { id, text } of turns.filter(({ story }) => story !== null)) {
    words += countWords(text)
    const named = callsIn(text, hosts)
    const room = Math.max(0, Math.floor(1 + words / WORDS_PER_NAME) - calls)
    const tooMany = named.slice(room)
    calls += named.length - tooMany.length
    if (tooMany.length > 0)
      faults.set(
        id,
        tooMany.map(name => ({
          kind: 'name-use',
          text: name,
          message: `the hosts say each other's names too often; once in ${WORDS_PER_NAME} words is enough: leave "${name}" out`
        }))
      )
  }
  return faults
}
