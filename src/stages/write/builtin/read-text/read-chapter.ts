import type { Beat } from './plan-scenes.ts'
import type { ReadingManner } from './reading.ts'
import { sayParagraph, type Readers, type ReadTurn } from './say-paragraph.ts'

const AFTER_HEADING_MS = 900
const AFTER_SCENE_MS = 1500
const MOST_PAUSE_MS = 60_000
/** Of the silence after a paragraph: inside it. */
const INSIDE_SHARE = 0.6

const isClosed = (title: string): boolean => /[.!?…]["”’)]?$/.test(title)

function askedMs(beat: Exclude<Beat, { kind: 'paragraph' }>, { askedPauseMs }: ReadingManner): number {
  if (beat.kind === 'break') return AFTER_SCENE_MS
  return beat.seconds === null ? askedPauseMs : beat.seconds * 1000
}

/** A paragraph's turns, each with the silence after it where the manner has one. */
function paragraphTurns(
  beat: Extract<Beat, { kind: 'paragraph' }>,
  readers: Readers,
  { mostWords, pauseMs }: ReadingManner
): ReadTurn[] {
  const turns = sayParagraph(beat.pieces, readers, mostWords)
  if (pauseMs === undefined) return turns
  return turns.map((turn, at) => ({
    ...turn,
    pauseMs: at < turns.length - 1 ? Math.round(pauseMs * INSIDE_SHARE) : pauseMs
  }))
}

/** A chapter as turns: its heading, its paragraphs, and the silences that the text asks for. */
export function readChapter(
  title: string,
  beats: readonly Beat[],
  readers: Readers,
  manner: ReadingManner
): ReadTurn[] {
  const turns: ReadTurn[] = []
  if (manner.saysHeadings && title !== '')
    turns.push({
      host: readers.narrator,
      text: isClosed(title) ? title : `${title}.`,
      pauseMs: AFTER_HEADING_MS
    })
  for (const beat of beats) {
    const last = turns.at(-1)
    if (beat.kind === 'paragraph') turns.push(...paragraphTurns(beat, readers, manner))
    else if (last !== undefined)
      last.pauseMs = Math.min(MOST_PAUSE_MS, Math.max(last.pauseMs ?? 0, askedMs(beat, manner)))
  }
  return turns
}
