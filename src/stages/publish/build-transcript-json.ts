import type { Sentence } from './plan-sentences.ts'

/** Podcasting 2.0's JSON transcript: one segment per sentence, in seconds. */
export function buildTranscriptJson(sentences: Sentence[]): string {
  const segments = sentences.map(({ host, text, startMs, endMs }) => ({
    speaker: host,
    startTime: startMs / 1000,
    endTime: endMs / 1000,
    body: text
  }))
  return `${JSON.stringify({ version: '1.0.0', segments }, null, 2)}\n`
}
