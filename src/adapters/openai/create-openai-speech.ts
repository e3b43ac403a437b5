import { sha256 } from '../../domain/hash.ts'
import type { SpeechModel } from '../../stages/render/ports.ts'
import { askServer, SERVER_LIMITS } from '../speech-server/ask-server.ts'
import type { ServerAnswer, ServerLimits } from '../speech-server/ask-server.ts'
import { createServedSpeech } from '../speech-server/create-served-speech.ts'
import type { Say } from '../speech-server/create-served-speech.ts'
import { decodeAudio } from '../speech-server/decode-audio.ts'
import type { AudioFormat } from '../speech-server/decode-audio.ts'
import { excerptOf, statusFault } from '../speech-server/server-fault.ts'
import { apiUrl } from './api-url.ts'
import { buildSpeechBody } from './build-speech-body.ts'
import { faultOfServerVoice, voicesOf } from './server-voices.ts'
import { takesInstructions } from './style-instructions.ts'
import { surveyServer } from './survey-server.ts'
import type { ServerFacts } from './survey-server.ts'

export interface OpenAiSpeechOptions {
  /** The address that /v1/audio/speech stands below, with or without its /v1. */
  url: string
  /** Null: the server's own, where it has one that fits. */
  model: string | null
  key?: string | undefined
  /** Requests at once. */
  parallel?: number
  signal?: AbortSignal
  limits?: Partial<ServerLimits>
}

/** For a question that needs no speech. */
const SURVEY_MS = 20_000
const SENTENCES_AT_LEAST = 40

/** Any server with OpenAI's /v1/audio/speech: Kokoro-FastAPI, speaches, LocalAI, OpenAI itself. Throws a StageError where it cannot be asked. */
export async function createOpenAiSpeech(options: OpenAiSpeechOptions): Promise<SpeechModel> {
  const { url, model, parallel = 2, signal = new AbortController().signal } = options
  const key = options.key?.trim()
  const limits = { ...SERVER_LIMITS, ...options.limits }
  const headers = {
    accept: '*/*',
    'user-agent': 'duologue',
    ...(key ? { authorization: `Bearer ${key}` } : {})
  }
  const quick = { ...limits, totalMs: Math.min(limits.totalMs, SURVEY_MS) }
  const get = (at: URL): Promise<ServerAnswer> =>
    askServer({ url: at, method: 'GET', headers }, { signal, limits: quick })
  const facts = await surveyServer({ url, model, key, get })
  const { host } = new URL(url)

  return createServedSpeech(
    {
      name: `openai-${sha256(JSON.stringify([url, facts.model, facts.kokoroFastApi])).slice(0, 16)}`,
      family: 'openai',
      voices: voicesOf(facts),
      abilities: {
        phonemes: facts.kokoroFastApi,
        styles: takesInstructions(facts.model) && !facts.kokoroFastApi ? 'native' : 'none',
        blends: facts.kokoroFastApi,
        repeats: false
      },
      leastCharacters: SENTENCES_AT_LEAST,
      parallel,
      faultOfVoice: voice => faultOfServerVoice(voice, facts, host)
    },
    createSay({ url: apiUrl(url, 'audio/speech'), headers, key, facts, limits })
  )
}

interface Counter {
  url: URL
  headers: Readonly<Record<string, string>>
  key: string | undefined
  facts: ServerFacts
  limits: ServerLimits
}

/** Asks for WAV, and from then on for raw PCM where the server says that it has no WAV. */
function createSay({ url, headers, key, facts, limits }: Counter): Say {
  let format: AudioFormat = 'wav'
  return async (request, signal) => {
    const ask = (wanted: AudioFormat): Promise<ServerAnswer> => {
      const body = JSON.stringify(buildSpeechBody(request, facts, wanted))
      const question = {
        url,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body
      } as const
      return askServer(question, { signal, limits })
    }
    let asked = format
    let answer = await ask(asked)
    if (asked === 'wav' && refusesWav(answer, key)) answer = await ask((asked = 'pcm'))
    if (answer.status !== 200) throw statusFault(url, answer, key)
    const pcm = decodeAudio(url, answer, asked, key)
    format = asked
    return pcm
  }
}

const refusesWav = (answer: ServerAnswer, key: string | undefined): boolean =>
  [400, 415, 422].includes(answer.status) &&
  /response_?format|\bwav\b|\bformat\b/i.test(excerptOf(answer.bytes, key))
