import { escapeVtt } from './escape-markup.ts'
import { formatTimestamp } from './format-timestamp.ts'
import { type CueLayout, planCues } from './plan-cues.ts'
import type { Sentence } from './plan-sentences.ts'

const voiceTag = (host: string) => `<v ${escapeVtt(host)}>`

/** Podcasting 2.0 recommends lines of at most 65 characters. */
const LAYOUT: CueLayout = { width: 65, prefix: voiceTag }

/** WebVTT with the speaker's name on each cue. */
export function buildVtt(sentences: Sentence[]): string {
  const cues = planCues(sentences, LAYOUT).map(
    ({ host, lines, startMs, endMs }) =>
      `${formatTimestamp(startMs, '.')} --> ${formatTimestamp(endMs, '.')}\n${voiceTag(host)}${lines.map(escapeVtt).join('\n')}\n`
  )
  return ['WEBVTT\n', ...cues].join('\n')
}
