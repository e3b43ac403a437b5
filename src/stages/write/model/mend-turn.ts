import type { FaultKind } from '../check/fault.ts'

const EMPHASIS = /(\*\*|__|\*|_|`)(?=\S)([^*_`]+?)(?<=\S)\1/g
const DIRECTION =
  /\s*(?:\((?:laughs?|laughing|chuckles?|sighs?|pauses?|beat|smiling|excited(?:ly)?|whispers?|gasps?|clears throat|music)[^)]*\)|\[[^\]]{1,40}\]|\*[a-z ]{3,30}\*)\s*/gi
const EMOJI = /[\p{Extended_Pictographic}\u{fe0f}\u{20e3}\u{1f1e6}-\u{1f1ff}]/gu

/** Faults that stand around the words, and can be taken away without touching them. */
const MENDABLE: ReadonlySet<FaultKind> = new Set(['markup', 'stage-direction', 'speaker-label', 'emoji'])

export const isMendable = (kinds: readonly FaultKind[]): boolean =>
  kinds.length > 0 && kinds.every(kind => MENDABLE.has(kind))

/** The turn without emphasis, list marks, stage directions, emoji, and a label in front; its words stay as they are. */
export function mendTurn(text: string, hosts: readonly string[]): string {
  const names = hosts.map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return text
    .replace(DIRECTION, ' ')
    .replace(EMPHASIS, '$2')
    .replace(/^\s*(?:#{1,6}|[-*•]|\d+\.)\s+/, '')
    .replace(new RegExp(`^\\s*(?:${names})\\s*:\\s*`, 'i'), '')
    .replace(EMOJI, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
