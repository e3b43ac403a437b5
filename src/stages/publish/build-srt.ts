import { formatTimestamp } from './format-timestamp.ts'
import { type CueLayout, planCues } from './plan-cues.ts'
import type { Sentence } from './plan-sentences.ts'

const namePrefix = (host: string, newSpeaker: boolean) => (newSpeaker ? `${host}: ` : '')

/** Podcasting 2.0 asks for at most two lines of 32 characters. */
const LAYOUT: CueLayout = { width: 32, prefix: namePrefix }

/** SubRip has no escapes and players read <…> as markup, so that angle brackets become their quotation marks. */
const harmless = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›')

/** SubRip with the speaker's name where it changes. */
export function buildSrt(sentences: Sentence[]): string {
  return planCues(sentences, LAYOUT)
    .map(({ host, newSpeaker, lines, startMs, endMs }, index) =>
      [
        index + 1,
        `${formatTimestamp(startMs, ',')} --> ${formatTimestamp(endMs, ',')}`,
        `${harmless(namePrefix(host, newSpeaker) + lines.join('\n'))}\n`
      ].join('\n')
    )
    .join('\n')
}
