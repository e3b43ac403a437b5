import type { Turn } from '../../../domain/script.ts'
import type { Section } from './write-sections.ts'

/** The turns of the segments in their order, as t01, t02 … */
export const numberTurns = (sections: readonly Section[]): Turn[] =>
  sections
    .flatMap(({ segment, turns }) => turns.map(turn => ({ turn, segment })))
    .map(({ turn: { kind, host, text, items, style }, segment }, at) => ({
      id: `t${String(at + 1).padStart(2, '0')}`,
      host,
      kind,
      segment: segment.id,
      text,
      items,
      ...(style === undefined ? {} : { style })
    }))
