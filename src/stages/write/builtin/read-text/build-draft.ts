import { StageError } from '../../../../domain/stage-error.ts'
import type { Segment, Turn, TurnKind } from '../../../../domain/script.ts'
import type { ScriptDraft } from '../../ports.ts'
import type { ReadingManner } from './reading.ts'
import type { ReadTurn } from './say-paragraph.ts'

/** A segment and what is said in it. */
export interface Section {
  segment: Segment
  kind: TurnKind
  turns: ReadTurn[]
}

const MOST_TURNS = 9999
const MOST_TITLE = 90

/** A title that a podcast app shows whole. */
export function cutTitle(title: string): string {
  if (title.length <= MOST_TITLE) return title
  const cut = title.slice(0, title.lastIndexOf(' ', MOST_TITLE)).replace(/[\s,;:–—-]+$/, '')
  return cut === '' ? title.slice(0, MOST_TITLE) : cut
}

/** The first turn of a part leads. */
const kindAt = (kind: TurnKind, at: number): TurnKind => (kind === 'lead' && at > 0 ? 'detail' : kind)

/** Numbers the turns, which all rest on the text. */
export function buildDraft(
  sections: readonly Section[],
  facts: Pick<ScriptDraft, 'title' | 'language'>,
  item: string,
  { style }: ReadingManner
): ScriptDraft {
  const turns = sections.flatMap(({ segment, kind, turns }) =>
    turns.map((turn, at) => ({ turn, segment: segment.id, kind: kindAt(kind, at) }))
  )
  if (turns.length > MOST_TURNS)
    throw new StageError(
      'write',
      `the text makes ${turns.length} turns, and an episode has at most ${MOST_TURNS}; divide it, or join its paragraphs`,
      { retryable: false }
    )
  return {
    ...facts,
    title: cutTitle(facts.title),
    writer: 'builtin',
    segments: sections.map(({ segment }) => segment),
    turns: turns.map(({ turn: { host, text, pauseMs }, segment, kind }, at): Turn => ({
      id: `t${String(at + 1).padStart(2, '0')}`,
      host,
      kind,
      segment,
      text,
      items: [item],
      ...(style === undefined ? {} : { style }),
      ...(pauseMs === undefined ? {} : { pauseMs })
    }))
  }
}
