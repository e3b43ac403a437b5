import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createAzureSpeech } from '../../src/adapters/azure/create-azure-speech.ts'
import type { AzureSpeechOptions } from '../../src/adapters/azure/create-azure-speech.ts'
import { KNOWN_VOICES } from '../../src/adapters/azure/known-voices.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import { caught } from '../helpers/caught.ts'
import { testSpeechModel } from '../contracts/speech-model.ts'
import { readSsml, startAzureServer } from '../helpers/speech-server.ts'
import type { AzureServerOptions, Misbehaviour, SpeechServer } from '../helpers/speech-server.ts'

const KEY = 'very-secret-azure-key'
const HARPER = 'en-US-Harper:MAI-Voice-2'
const DUO = 'en-US-MultiTalker-Ava-Andrew:DragonHDLatestNeural'
const VOICES = [
  { ShortName: 'de-DE-Klaus:MAI-Voice-2' },
  { ShortName: 'en-US-JennyNeural', StyleList: ['sad', 'newscast'] },
  { ShortName: DUO },
  { ShortName: HARPER }
]
const LINE = { text: 'The bridge is open again.', voice: HARPER, speed: 1 }

const contractServer = await startAzureServer({ key: KEY, voices: VOICES })
const options = (server: SpeechServer): AzureSpeechOptions => ({
  region: 'eastus',
  key: KEY,
  url: server.url
})
const ready = await Promise.all(Array.from({ length: 40 }, () => createAzureSpeech(options(contractServer))))
afterAll(() => contractServer.close())
testSpeechModel('Azure Speech', () => {
  const speech = ready.pop()
  if (!speech) throw new Error('the contract asks for more models than were made')
  return speech
})

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function serve(settings: AzureServerOptions = {}): Promise<SpeechServer> {
  const server = await startAzureServer({ key: KEY, voices: VOICES, ...settings })
  opened.push(server.close)
  return server
}

async function connect(server: SpeechServer, more: Partial<AzureSpeechOptions> = {}): Promise<SpeechModel> {
  const speech = await createAzureSpeech({ ...options(server), ...more })
  opened.push(speech.release)
  return speech
}

describe('voices', () => {
  test('a region’s English voices are offered, those that suit hosts first, a multi-talker voice as its speakers', async () => {
    const speech = await connect(await serve())
    expect(speech.voices).toEqual([HARPER, `${DUO}@ava`, `${DUO}@andrew`, 'en-US-JennyNeural'])
    expect(speech.abilities).toEqual({ phonemes: false, styles: 'native', blends: false, repeats: false })
  })

  test.each([
    ['one of the list', HARPER, null],
    ['one of another language', 'de-DE-Klaus:MAI-Voice-2', null],
    ['one in preview that the list leaves out', 'en-US-Ethan:MAI-Voice-2', null],
    [
      'a multi-talker voice without a speaker',
      DUO,
      /unknown voice ".*Neural": Azure in eastus has en-US-Harper/
    ],
    ['a speaker that it has not', `${DUO}@bob`, /unknown voice/],
    [
      'one in the wrong letters',
      'en-us-harper:mai-voice-2',
      /unknown voice .*; write it as en-US-Harper:MAI-Voice-2$/
    ],
    ['nobody', 'en-US-Nobody', /unknown voice "en-US-Nobody": Azure in eastus has en-US-Harper:MAI-Voice-2, /]
  ])('%s', async (_title, voice, expected) => {
    const fault = (await connect(await serve())).faultOfVoice(voice)
    if (expected === null) expect(fault).toBeNull()
    else expect(fault).toMatch(expected)
  })

  const unlisted: [title: string, how: Misbehaviour][] = [
    ['is missing', () => false],
    ['is no JSON', (_asked, response) => Boolean(response.writeHead(200).end('<html>'))],
    ['cannot be had just now', (_asked, response) => Boolean(response.writeHead(503).end())]
  ]
  test.each(unlisted)('where the list %s, the known voices are offered', async (_title, how) => {
    const server = await serve({ voices: [] })
    server.misbehave((asked, response) => (asked.path.endsWith('/list') ? how(asked, response) : false))
    expect((await connect(server)).voices).toEqual([...KNOWN_VOICES.keys()])
  })
})

describe('what is asked', () => {
  test('lossless sound, by the key, with the style that the voice has', async () => {
    const server = await serve()
    const speech = await connect(server)
    await speech.render({ ...LINE, text: 'Tom & <b>Jerry</b>.', style: 'excited', intensity: 1.2 })
    const { path, headers, body } = server.asked.at(-1) ?? { path: '', headers: {}, body: '' }
    expect(path).toBe('/cognitiveservices/v1')
    expect(headers).toMatchObject({
      'content-type': 'application/ssml+xml',
      'x-microsoft-outputformat': 'riff-24khz-16bit-mono-pcm',
      'ocp-apim-subscription-key': KEY,
      'user-agent': 'duologue'
    })
    expect(readSsml(body)).toEqual({
      text: 'Tom & <b>Jerry</b>.',
      voice: HARPER,
      speed: 1,
      style: 'excited',
      speaker: null
    })
    await speech.render({ ...LINE, style: 'fearful' })
    expect(readSsml(server.asked.at(-1)?.body ?? '')?.style).toBeNull()
  })

  test('the styles that the region lists for a voice are the ones that it gets', async () => {
    const server = await serve()
    const speech = await connect(server)
    const styleOf = async (style: 'sad' | 'happy') => {
      await speech.render({ ...LINE, voice: 'en-US-JennyNeural', style })
      return readSsml(server.asked.at(-1)?.body ?? '')?.style
    }
    expect([await styleOf('sad'), await styleOf('happy')]).toEqual(['sad', null])
  })

  test('each host of a multi-talker voice is a speaker of it', async () => {
    const server = await serve()
    const speech = await connect(server)
    for (const speaker of ['ava', 'andrew']) {
      await speech.render({ ...LINE, voice: `${DUO}@${speaker}` })
      expect(readSsml(server.asked.at(-1)?.body ?? '')).toMatchObject({
        voice: DUO,
        speaker,
        text: LINE.text
      })
    }
  })
})

describe('what goes wrong is named, and says whether another try may help', () => {
  const says =
    (status: number, reason: string, body = ''): Misbehaviour =>
    (_asked, response) =>
      Boolean(response.writeHead(status, reason).end(body))
  test.each([
    [
      'a voice that the region has not',
      says(400, 'Unsupported voice'),
      false,
      /answered 400 and says "Unsupported voice": look at the voice/
    ],
    [
      'a key that was taken away',
      says(401, 'Denied', `bad key ${KEY}`),
      false,
      /answered 401 and says "bad key …": put its key/
    ],
    ['too many', says(429, 'Too Many Requests'), true, /answered 429/],
    ['a gateway', says(502, 'Bad Gateway'), true, /answered 502 and says "Bad Gateway"/],
    ['no sound', says(200, 'OK'), true, /no audio at all/],
    ['an MP3', says(200, 'OK', 'ID3'), false, /asked for WAV and answered with MP3/]
  ])('%s', async (_title, how, retryable, message) => {
    const server = await serve()
    const speech = await connect(server)
    server.misbehave(how)
    const error = await caught(speech.render(LINE))
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain(KEY)
    expect(error.retryable).toBe(retryable)
  })

  test('a wrong key is found before anything is rendered', async () => {
    const server = await serve()
    const error = await caught(createAzureSpeech({ ...options(server), key: 'another' }))
    expect(error.message).toContain(
      'answered 401 and says "Access denied due to invalid subscription key": put its key'
    )
    expect(error.retryable).toBe(false)
  })
})
