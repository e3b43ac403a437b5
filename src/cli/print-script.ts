import { stripVTControlCharacters } from 'node:util'
import type { Item } from '../domain/feed.ts'
import type { Rundown } from '../domain/rundown.ts'
import type { Script } from '../domain/script.ts'

/** A script for a person: each turn with where it comes from, by number, and the sources of each segment below it. */
export function printScript({ title, writer, segments, turns }: Script, rundown: Rundown | null): string {
  const items = new Map(
    rundown?.stories.flatMap(story => story.items.map(item => [item.id, item] as const)) ?? []
  )
  const parts = segments.map(segment => {
    const own = turns.filter(turn => turn.segment === segment.id)
    const cited = [...new Set(own.flatMap(turn => turn.items))]
    const numbers = (ids: readonly string[]): string =>
      segment.kind === 'story' && ids.length > 0
        ? ` [${ids.map(id => cited.indexOf(id) + 1).join(', ')}]`
        : ''
    const lines = own.map(({ id, host, text, style, items }) => {
      const how = style === undefined ? '' : ` (${style})`
      return `${id}  ${host}${how}: ${text}${numbers(items)}`
    })
    const sources =
      segment.kind === 'story' ? cited.map((id, at) => `     [${at + 1}] ${nameOf(items.get(id), id)}`) : []
    return [`## ${segment.title}`, '', ...lines, ...(sources.length > 0 ? ['', ...sources] : [])].join('\n')
  })
  return stripVTControlCharacters([`# ${title}`, `written by ${writer}`, '', parts.join('\n\n')].join('\n'))
}

const nameOf = (item: Item | undefined, id: string): string =>
  item === undefined
    ? `${id.slice(0, 12)}: an item that is not in rundown.json any more`
    : `${item.outlet}: ${item.title}${item.url === null ? '' : ` <${item.url}>`}`
