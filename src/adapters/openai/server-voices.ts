import { nameVoices, preferVoices } from '../speech-server/name-voices.ts'
import type { ServerFacts } from './survey-server.ts'

/** The voices that every model of OpenAI has (its API reference, createSpeech). */
const OPENAI_VOICES = ['nova', 'onyx', 'coral', 'echo', 'shimmer', 'ash', 'alloy', 'fable', 'sage']
/** A woman and a man of the best grade first: hosts without a voice of their own get the first two. */
const PREFERRED = [
  'af_heart',
  'am_michael',
  'af_bella',
  'am_fenrir',
  'bf_emma',
  'bm_george',
  ...OPENAI_VOICES
]
const MOST_PARTS = 8

type Known = Pick<ServerFacts, 'voices' | 'kokoroFastApi'>

export const voicesOf = ({ voices }: Known): string[] => preferVoices(voices ?? OPENAI_VOICES, PREFERRED)

/** What is wrong with a voice, or null. A server that lists none knows best itself. */
export function faultOfServerVoice(voice: string, known: Known, host: string): string | null {
  if (!/^[^\s\p{C}][^\p{C}]{0,199}$/u.test(voice)) return `"${voice.slice(0, 60)}" is no name of a voice`
  const { voices } = known
  if (voices === null || voices.includes(voice)) return null
  const parts = voice.split('+').map(parsePart)
  const isBlend = parts.length > 1 || (parts[0]?.weight ?? null) !== null
  if (isBlend && !known.kokoroFastApi)
    return `"${voice}" is a blend, and the speech server ${host} takes none: it has ${nameVoices(voicesOf(known))}`
  if (parts.length > MOST_PARTS) return `"${voice.slice(0, 60)}" blends more than ${MOST_PARTS} voices`
  const twice = parts.find((part, at) => parts.findIndex(other => other?.name === part?.name) < at)
  if (twice) return `${twice.name} is in the voice "${voice}" twice: name each voice of a blend once`
  const bad = parts.find(part => part === null || !voices.includes(part.name))
  if (bad === undefined) return null
  return `unknown voice "${bad?.name ?? voice}": the speech server ${host} has ${nameVoices(voicesOf(known))}`
}

interface Part {
  name: string
  /** As it was written. */
  weight: string | null
}

function parsePart(text: string): Part | null {
  const [, name, weight = null] = /^([^:+()\s]+)(?::(\d{1,3}(?:\.\d{1,3})?))?$/.exec(text) ?? []
  return name === undefined || (weight !== null && Number(weight) === 0) ? null : { name, weight }
}

/** The voice as the server takes it: `af_heart:60+af_bella:40` is `af_heart(60)+af_bella(40)` at Kokoro-FastAPI. */
export function toServerVoice(voice: string, { voices, kokoroFastApi }: Known): string {
  if (!kokoroFastApi || voices === null || voices.includes(voice)) return voice
  return voice.replace(/:([\d.]+)(?=\+|$)/g, '($1)')
}
