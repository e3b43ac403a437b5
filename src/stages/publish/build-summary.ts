import type { Episode } from '../../domain/episode.ts'
import type { SourceKind } from '../../domain/format-needs.ts'
import { disclosureFor } from './ai-disclosure.ts'
import { plainLine } from './cut-text.ts'

const count = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`

/** "X", "X and Y", "X, Y and Z" */
const list = (names: string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Two sentences of plain text: who tells how much from where, and that it is made by AI. */
export function buildSummary(
  hosts: string[],
  stories: Episode['stories'],
  source: SourceKind = 'feeds'
): string {
  const names = list(hosts.map(plainLine))
  const tells = hosts.length === 1 ? 'tells' : 'tell'
  if (source === 'text')
    return `${names} ${hosts.length === 1 ? 'reads' : 'read'} a text. ${disclosureFor(source)}`
  if (source === 'topic')
    return `${names} ${tells} something that was made up for this show. ${disclosureFor(source)}`
  const outlets = new Set(stories.flatMap(({ sources }) => sources.map(source => source.outlet)))
  return `${names} ${tells} ${count(stories.length, 'story', 'stories')} from ${count(outlets.size, 'source', 'sources')}. ${disclosureFor(source)}`
}
