import { withoutThoughts } from './read-answer.ts'

const EMPHASIS = /(\*\*|__|\*|_|`)(?=\S)([^*_`]+?)(?<=\S)\1/g
const STAGE_WORDS =
  'laughs?|laughing|laughter|chuckles?|chuckling|giggles?|sighs?|sighing|pauses?|pausing|beat|smiles?|smiling|nods?|nodding|excited(?:ly)?|whispers?|whispering|gasps?|clears (?:his |her |their )?throat|music|applause'
/** Between brackets or stars, and no longer than a direction is: other words there belong to what is said. */
const DIRECTION = new RegExp(
  `\\s*(?:\\((?:${STAGE_WORDS})\\b[^()]{0,40}\\)|\\[(?:${STAGE_WORDS})\\b[^[\\]]{0,40}\\]|\\*(?:${STAGE_WORDS})\\b[^*]{0,40}\\*)\\s*`,
  'gi'
)
const LIST_MARK = /^\s*(?:#{1,6}|[-*•]|\d{1,2}\.)\s+/
const LOOSE_MARK = /(?<=\s)[#_]+(?=\s)/g
const EMOJI = /[\p{Extended_Pictographic}\u{fe0f}\u{20e3}\u{1f1e6}-\u{1f1ff}]/gu

/** "Sarah:" in front of a line, bold or not, with how she says it or without. */
export const labelOf = (hosts: readonly string[]): RegExp => {
  const names = hosts.map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return new RegExp(`^[^\\p{L}\\p{N}]*(${names})\\**(?:\\s*\\([^()]{1,40}\\))?\\**\\s*:\\**\\s*`, 'iu')
}

/** The turn without thoughts, emphasis, list marks, stage directions, emoji, and a label in front; its words stay as they are. */
export const mendTurn = (text: string, hosts: readonly string[]): string =>
  withoutThoughts(text)
    .replace(DIRECTION, ' ')
    .replace(EMPHASIS, '$2')
    .replace(LIST_MARK, '')
    .replace(LOOSE_MARK, '')
    .replace(labelOf(hosts), '')
    .replace(EMOJI, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
