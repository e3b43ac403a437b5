import { canParseUrl } from '../domain/can-parse-url.ts'
import { resolve } from 'node:path'

/** What `speech` names: a kind of speech model, and which one of it. */
export type SpeechChoice =
  | { kind: 'auto' }
  | { kind: 'flite' }
  /** An installed variant such as q8, or a file. */
  | { kind: 'kokoro'; variant: string | null; path: string | null }
  /** An installed voice, all that are installed, or a file or folder. */
  | { kind: 'piper'; voice: string | null; path: string | null }
  /** The address that `/v1/audio/speech` stands below; the model's name, if the server has several. */
  | { kind: 'openai'; url: string; model: string | null }
  | { kind: 'azure'; region: string }

export const SPEECH_HELP =
  'use auto, flite, kokoro, kokoro:q8, kokoro:PATH, piper, piper:VOICE, piper:PATH, azure:REGION, or the address of a server (https://host/v1#model)'

const isPath = (text: string): boolean => /[/\\]|\.onnx$/.test(text) || text === '.' || text === '..'

/** Reads what `speech` says; null where it says nothing that is known. */
export function parseSpeechChoice(text: string): SpeechChoice | null {
  if (/^https?:\/\//.test(text)) return parseServer(text)
  const at = text.indexOf(':')
  const kind = at === -1 ? text : text.slice(0, at)
  const rest = at === -1 ? null : text.slice(at + 1).trim()
  if (rest === '') return null
  const path = rest !== null && isPath(rest) ? rest : null
  const name = path === null ? rest : null
  if (kind === 'kokoro') return { kind, variant: name, path }
  if (kind === 'piper') return { kind, voice: name, path }
  if (kind === 'azure') return rest !== null && /^[a-z0-9-]{2,40}$/.test(rest) ? { kind, region: rest } : null
  return (kind === 'auto' || kind === 'flite') && rest === null ? { kind } : null
}

function parseServer(text: string): SpeechChoice | null {
  if (!canParseUrl(text)) return null
  const url = new URL(text)
  const model = url.hash === '' ? null : decodeURIComponent(url.hash.slice(1))
  url.hash = ''
  return { kind: 'openai', url: url.href.replace(/\/+$/, ''), model }
}

/** The same choice with its path made absolute: a worker may run in another folder. */
export function absoluteSpeech(text: string, folder: string): string {
  const choice = parseSpeechChoice(text)
  return choice !== null && 'path' in choice && choice.path !== null
    ? `${choice.kind}:${resolve(folder, choice.path)}`
    : text
}
