import type { Item } from '../../../../domain/feed.ts'
import type { TurnKind } from '../../../../domain/script.ts'
import type { Candidate } from '../sentences/candidates.ts'

/** Something said in one breath: a sentence of a source, or words of ours that rest on items. */
export interface Line {
  text: string
  /** The sentence it is cut from; null where it is ours. */
  from: Candidate | null
  items: Item[]
}

/** A turn before it has its number. */
export interface Part {
  kind: TurnKind
  host: string
  lines: Line[]
}

export const ours = (text: string, items: Item[]): Line => ({ text, from: null, items })
export const quoted = (candidate: Candidate): Line => ({
  text: candidate.text,
  from: candidate,
  items: [candidate.item]
})

export const textOf = (part: Part): string => part.lines.map(({ text }) => text).join(' ')
export const itemIdsOf = (part: Part): string[] => [
  ...new Set(part.lines.flatMap(({ items }) => items.map(({ id }) => id)))
]
