import type { FormatName } from '../../../../domain/format-needs.ts'
import type { Style } from '../../../../domain/style.ts'
import { formatNamed } from '../../formats/formats.ts'

/** The formats in which a text is read. */
export type ReadFormat = 'story' | 'narration' | 'meditation'

/** How a text is read. */
export interface ReadingManner {
  /** Of a turn. */
  mostWords: number
  style?: Style
  /** Silence after each turn, ms, where it is not the usual one. */
  pauseMs?: number
  /** Where the text asks for silence and does not say how much. */
  askedPauseMs: number
  saysHeadings: boolean
  /** Do other hosts say what the people of the text say? */
  castsSpeech: boolean
}

/** A longer turn cannot be followed, and 120 words are refused. */
const MOST_WORDS = 110
const ASKED_PAUSE_MS = 2000

export function readingOf(name: ReadFormat): ReadingManner {
  const { turnWords, pauseSeconds, styles } = formatNamed(name)
  const plain = {
    mostWords: MOST_WORDS,
    askedPauseMs: ASKED_PAUSE_MS,
    saysHeadings: true,
    castsSpeech: name === 'story'
  }
  if (pauseSeconds === undefined) return plain
  const [style] = styles
  const pauseMs = pauseSeconds * 1000
  return {
    ...plain,
    mostWords: turnWords.most,
    style,
    pauseMs,
    askedPauseMs: 2 * pauseMs,
    saysHeadings: false
  }
}

export const isReadFormat = (name: FormatName): name is ReadFormat =>
  name === 'story' || name === 'narration' || name === 'meditation'
