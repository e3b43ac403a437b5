import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createToneSpeech } from '../../src/adapters/tone/tone-speech.ts'
import { encodeWav } from '../../src/domain/wav.ts'
import type { Pcm } from '../../src/stages/render/ports.ts'

export interface Asked {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** Answers a request in its own way, or returns false and leaves it to the server. */
export type Misbehaviour = (asked: Asked, response: ServerResponse) => boolean | Promise<boolean>

export interface SpeechServer {
  /** http://127.0.0.1:PORT */
  url: string
  asked: Asked[]
  /** Requests for speech that are open now, and the most there were at once. */
  open: { now: number; most: number }
  misbehave(how: Misbehaviour | null): void
  close(): Promise<void>
}

export interface Said {
  text: string
  voice: string
  speed: number
}

const tone = createToneSpeech()

/** A sound as long as its words at its speed, and of its own for each of the voices: two pitches, and a level for each pair. */
export async function synthesise({ text, voice, speed }: Said, voices: readonly string[]): Promise<Pcm> {
  const at = Math.max(0, voices.indexOf(voice))
  const { samples, sampleRateHz } = await tone.render({ text, voice: at % 2 === 0 ? 'low' : 'high', speed })
  return { samples: samples.map(sample => sample * 0.9 ** Math.floor(at / 2)), sampleRateHz }
}

/** A WAV as it is streamed: nobody knew its length when its header was sent. */
export function streamedWav(pcm: Pcm): Uint8Array {
  const bytes = Buffer.from(encodeWav(pcm))
  bytes.writeUInt32LE(0xffffffff, 4)
  bytes.writeUInt32LE(0xffffffff, 40)
  return bytes
}

/** 16-bit little-endian samples without a header. */
export const rawPcm = (pcm: Pcm): Uint8Array => encodeWav(pcm).subarray(44)

export function answerJson(response: ServerResponse, value: unknown, status = 200): true {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  return true
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** A server on a free port of 127.0.0.1 that answers with `answer`, unless it was told to misbehave. */
export async function startSpeechServer(answer: Misbehaviour): Promise<SpeechServer> {
  const asked: Asked[] = []
  const open = { now: 0, most: 0 }
  let misbehaviour: Misbehaviour | null = null
  const server = createServer((request, response) => {
    const speech = request.method === 'POST'
    if (speech) open.most = Math.max(open.most, ++open.now)
    response.once('close', () => speech && open.now--)
    void readAll(request).then(
      async body => {
        const { method = '', url: path = '', headers } = request
        const question = { method, path, headers, body }
        asked.push(question)
        if ((await misbehaviour?.(question, response)) || (await answer(question, response))) return
        answerJson(response, { detail: 'Not Found' }, 404)
      },
      () => response.destroy()
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    open,
    misbehave: how => (misbehaviour = how),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

export interface OpenAiServerOptions {
  /** What it lists; without a list it takes `taken`. */
  voices?: readonly string[]
  taken?: readonly string[]
  /** As Kokoro-FastAPI gives them from 0.4 on. */
  asObjects?: boolean
  models?: readonly string[]
  kokoroFastApi?: boolean
  key?: string
}

interface SpeechBody {
  model: string
  input: string
  voice: string
  response_format: string
  speed: number
}

/** Speaks OpenAI's protocol as the servers in the wild do, streamed WAV headers included. */
export const startOpenAiServer = (options: OpenAiServerOptions = {}): Promise<SpeechServer> =>
  startSpeechServer(async ({ method, path: asked, headers, body }, response) => {
    const [path] = asked.split('?')
    const { voices, models, kokoroFastApi = false, key } = options
    if (key !== undefined && headers.authorization !== `Bearer ${key}`)
      return answerJson(response, { error: { message: `Incorrect API key: ${headers.authorization}` } }, 401)
    if (path === '/v1/audio/voices' && voices)
      return answerJson(response, {
        voices: options.asObjects ? voices.map(id => ({ id, name: id })) : voices
      })
    if (path === '/v1/models' && models)
      return answerJson(response, { object: 'list', data: models.map(id => ({ id })) })
    if (path === '/openapi.json' && kokoroFastApi)
      return answerJson(response, { paths: { '/dev/phonemize': {} } })
    if (method !== 'POST' || path !== '/v1/audio/speech') return false
    const taken = voices ?? options.taken ?? []
    const { input, voice, speed, response_format: format } = JSON.parse(body) as SpeechBody
    const [first = ''] = voice.split(/[(+]/)
    if (!taken.includes(first))
      return answerJson(response, { detail: { message: `Voice '${first}' not found` } }, 400)
    const text = input.replace(/\[([^\]]+)\]\(\/[^)]*\/\)/g, '$1')
    const pcm = await synthesise({ text, voice: first, speed }, taken)
    response.writeHead(200, {
      'content-type': format === 'wav' ? 'audio/wav' : `audio/pcm;rate=${pcm.sampleRateHz}`
    })
    response.end(format === 'wav' ? streamedWav(pcm) : rawPcm(pcm))
    return true
  })

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const SSML =
  /^<speak version="1\.0" xmlns="http:\/\/www\.w3\.org\/2001\/10\/synthesis" xmlns:mstts="https?:\/\/www\.w3\.org\/2001\/mstts" xml:lang="[a-z]{2}-[A-Z]{2}"><voice name="([^"<&]+)">(.*)<\/voice><\/speak>$/s

/** What an SSML document says, or null where Azure would refuse it: unknown or unbalanced elements, bare text outside. */
export function readSsml(ssml: string): (Said & { style: string | null; speaker: string | null }) | null {
  const [, voice, content] = SSML.exec(ssml) ?? []
  if (voice === undefined || content === undefined) return null
  const opened: string[] = []
  const attributes = new Map<string, string>()
  let text = ''
  for (const [, close, name, rest = '', words] of content.matchAll(
    /<(\/?)([\w:-]+)((?:\s[\w:]+="[^"<]*")*)>|([^<]+)/g
  )) {
    if (words !== undefined) text += words.replace(/&(\w+);/g, (_, entity: string) => ENTITIES[entity] ?? '?')
    else if (close === '/') {
      if (opened.pop() !== name) return null
    } else {
      opened.push(name ?? '')
      for (const [, key = '', value = ''] of rest.matchAll(/([\w:]+)="([^"]*)"/g))
        attributes.set(`${name}.${key}`, value)
    }
  }
  const known = /^<?(?:mstts:express-as|mstts:dialog|mstts:turn|prosody|phoneme)\./
  if (
    opened.length > 0 ||
    [...attributes.keys()].some(key => !known.test(key)) ||
    /<(?!\/?[\w:-]+[\s>])/.test(content)
  )
    return null
  const rate = attributes.get('prosody.rate')
  return {
    text,
    voice,
    speed: rate === undefined ? 1 : 1 + parseFloat(rate) / 100,
    style: attributes.get('mstts:express-as.style') ?? null,
    speaker: attributes.get('mstts:turn.speaker') ?? null
  }
}

export interface AzureServerOptions {
  key?: string
  /** What voices/list gives; none where it is not served. */
  voices?: readonly { ShortName: string; StyleList?: readonly string[] }[]
}

/** Azure's text-to-speech REST API: the list of voices, and SSML to the output format that was asked for. */
export const startAzureServer = ({
  key = 'secret',
  voices
}: AzureServerOptions = {}): Promise<SpeechServer> =>
  startSpeechServer(async ({ method, path, headers, body }, response) => {
    if (headers['ocp-apim-subscription-key'] !== key) {
      response.writeHead(401, 'Access denied due to invalid subscription key').end()
      return true
    }
    if (path === '/cognitiveservices/voices/list' && voices) return answerJson(response, voices)
    if (method !== 'POST' || path !== '/cognitiveservices/v1') return false
    const said = readSsml(body)
    const format = headers['x-microsoft-outputformat']
    if (said === null || format !== 'riff-24khz-16bit-mono-pcm' || headers['user-agent'] === undefined) {
      response.writeHead(400, said === null ? 'The SSML is not valid' : 'Unsupported output format').end()
      return true
    }
    const names = (voices ?? []).flatMap(({ ShortName }) => [
      ShortName,
      `${ShortName}@ava`,
      `${ShortName}@andrew`
    ])
    const voice = said.speaker === null ? said.voice : `${said.voice}@${said.speaker}`
    const pcm = await synthesise({ ...said, voice }, names)
    response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(encodeWav(pcm))
    return true
  })
