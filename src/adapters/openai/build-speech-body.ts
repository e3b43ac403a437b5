import { cleanText, oneLine } from '../../domain/text.ts'
import type { SpeechRequest } from '../../stages/render/ports.ts'
import type { AudioFormat } from '../speech-server/decode-audio.ts'
import { toServerVoice } from './server-voices.ts'
import { styleInstructions, takesInstructions } from './style-instructions.ts'
import type { ServerFacts } from './survey-server.ts'
import { toMisaki } from './to-misaki.ts'

const SPEED = { slowest: 0.25, fastest: 4 }
const PHONEMES = /\[([^\][\n]*)\]\(\/([^/()\n]*)\/\)/g

/** The body of POST /v1/audio/speech. Kokoro-FastAPI is told to leave the text as it is, and to fail before it answers rather than in the middle. */
export function buildSpeechBody(
  { text, voice, speed, style, intensity }: SpeechRequest,
  facts: ServerFacts,
  format: AudioFormat
): Record<string, unknown> {
  const instructions =
    style !== undefined && !facts.kokoroFastApi && takesInstructions(facts.model)
      ? { instructions: styleInstructions(style, intensity) }
      : {}
  const kokoro = facts.kokoroFastApi ? { stream: false, normalization_options: { normalize: false } } : {}
  return {
    model: facts.model,
    input: toInput(text, voice, facts),
    voice: toServerVoice(voice, facts),
    response_format: format,
    speed: Math.max(SPEED.slowest, Math.min(SPEED.fastest, speed)),
    ...instructions,
    ...kokoro
  }
}

/** A server that does not read phonemes gets the word; brackets that are left would be a tag of Kokoro-FastAPI's, such as [pause:9s]. */
function toInput(text: string, voice: string, { kokoroFastApi }: ServerFacts): string {
  const clean = oneLine(cleanText(text))
  if (!kokoroFastApi) return clean.replace(PHONEMES, '$1')
  const british = voice.startsWith('b')
  const parts = clean.split(/(\[[^\][\n]*\]\(\/[^/()\n]*\/\))/)
  return parts
    .map(part =>
      part.startsWith('[') && part.endsWith('/)')
        ? part.replace(PHONEMES, (_, word: string, ipa: string) => `[${word}](/${toMisaki(ipa, british)}/)`)
        : part.replace(/[[\]]/g, ' ')
    )
    .join('')
}
