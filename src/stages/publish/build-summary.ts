import type { Episode } from '../../domain/episode.ts'
import { AI_DISCLOSURE } from './ai-disclosure.ts'
import { plainLine } from './cut-text.ts'

const count = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`

/** Two sentences of plain text: who tells how much from where, and that it is made by AI. */
export function buildSummary(hosts: string[], stories: Episode['stories']): string {
  const outlets = new Set(stories.flatMap(({ sources }) => sources.map(source => source.outlet)))
  const names = hosts.map(plainLine).join(' and ')
  return `${names} tell ${count(stories.length, 'story', 'stories')} from ${count(outlets.size, 'source', 'sources')}. ${AI_DISCLOSURE}`
}
