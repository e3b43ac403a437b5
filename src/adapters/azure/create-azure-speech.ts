import { StageError } from '../../domain/stage-error.ts'
import type { SpeechModel } from '../../stages/render/ports.ts'
import { askServer, SERVER_LIMITS } from '../speech-server/ask-server.ts'
import type { ServerLimits } from '../speech-server/ask-server.ts'
import { createServedSpeech } from '../speech-server/create-served-speech.ts'
import { decodeAudio } from '../speech-server/decode-audio.ts'
import { nameVoices, preferVoices } from '../speech-server/name-voices.ts'
import { statusFault } from '../speech-server/server-fault.ts'
import { azureEndpoint } from './azure-endpoint.ts'
import { describeVoice } from './azure-voice.ts'
import { buildSsml } from './build-ssml.ts'
import { KNOWN_VOICES } from './known-voices.ts'
import { parseVoiceList } from './parse-voice-list.ts'

export interface AzureSpeechOptions {
  /** Of the Speech resource: eastus, swedencentral, … */
  region: string
  key: string
  /** Instead of the region's own: a private endpoint, or a cloud of its own. */
  url?: string
  /** Requests at once. */
  parallel?: number
  signal?: AbortSignal
  limits?: Partial<ServerLimits>
}

type Voices = ReadonlyMap<string, readonly string[]>

interface Resource {
  base: URL
  key: string
  headers: Readonly<Record<string, string>>
  limits: ServerLimits
}

const LIST_MS = 20_000
const SENTENCES_AT_LEAST = 40
const FORMAT = 'riff-24khz-16bit-mono-pcm'

/** Azure Speech over REST: MAI-Voice, multi-talker, HD and neural voices. Throws a StageError where the key is not taken. */
export async function createAzureSpeech(options: AzureSpeechOptions): Promise<SpeechModel> {
  const { region, url, parallel = 4, signal = new AbortController().signal } = options
  const key = options.key.trim()
  const { base, name } = azureEndpoint(region, url)
  const headers = { 'ocp-apim-subscription-key': key, 'user-agent': 'duologue' }
  const resource = { base, key, headers, limits: { ...SERVER_LIMITS, ...options.limits } }
  const voices = (await listVoices(resource, signal)) ?? KNOWN_VOICES

  return createServedSpeech(
    {
      name,
      family: 'azure',
      voices: englishVoices(voices),
      abilities: { phonemes: false, styles: 'native', blends: false, repeats: false },
      leastCharacters: SENTENCES_AT_LEAST,
      parallel,
      faultOfVoice: voice => faultOfAzureVoice(voice, voices, region)
    },
    async (request, abort) => {
      const at = new URL('/cognitiveservices/v1', base)
      const styles = voices.get(request.voice) ?? KNOWN_VOICES.get(request.voice) ?? []
      const answer = await askServer(
        {
          url: at,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/ssml+xml', 'x-microsoft-outputformat': FORMAT },
          body: buildSsml(request, describeVoice(request.voice, styles))
        },
        { signal: abort, limits: resource.limits }
      )
      if (answer.status !== 200) throw statusFault(at, answer, key)
      return decodeAudio(at, answer, 'wav', key)
    }
  )
}

/** Null where the region does not say; then the voices that are known are offered, and its answers decide. */
async function listVoices(
  { base, key, headers, limits }: Resource,
  signal: AbortSignal
): Promise<Voices | null> {
  const url = new URL('/cognitiveservices/voices/list', base)
  const quick = { ...limits, totalMs: Math.min(limits.totalMs, LIST_MS) }
  try {
    const answer = await askServer({ url, method: 'GET', headers }, { signal, limits: quick })
    if (answer.status === 401 || answer.status === 403) throw statusFault(url, answer, key)
    return answer.status === 200 ? parseVoiceList(new TextDecoder().decode(answer.bytes)) : null
  } catch (error) {
    if (error instanceof StageError && error.retryable) return null
    throw error
  }
}

const englishVoices = (voices: Voices): string[] =>
  preferVoices(
    [...voices.keys()].filter(id => /^en-/i.test(id)),
    [...KNOWN_VOICES.keys()]
  )

/** Voices in preview may be missing from a region's list, so those that are known pass too, and its answer decides. */
function faultOfAzureVoice(voice: string, voices: Voices, region: string): string | null {
  if (voices.has(voice) || KNOWN_VOICES.has(voice)) return null
  const meant = [...voices.keys()].find(id => id.toLowerCase() === voice.toLowerCase())
  const advice = meant === undefined ? '' : `; write it as ${meant}`
  return `unknown voice "${voice.slice(0, 120)}": Azure in ${region} has ${nameVoices(englishVoices(voices))}${advice}`
}
