import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createOpenAiSpeech } from '../../src/adapters/openai/create-openai-speech.ts'
import { encodeWav } from '../../src/domain/wav.ts'
import { testSpeechModel } from '../contracts/speech-model.ts'
import { caught } from '../helpers/caught.ts'
import { closeOpened, connect, KOKORO, LINE, opened, SECRET, serve } from '../helpers/openai-client.ts'
import {
  answerJson,
  rawPcm,
  startOpenAiServer,
  startSpeechServer,
  synthesise
} from '../helpers/speech-server.ts'
import type { SpeechServer } from '../helpers/speech-server.ts'

const KOKORO_MODELS = ['tts-1', 'tts-1-hd', 'kokoro', 'gpt-4o-mini-tts']

const contractServer = await startOpenAiServer({ voices: KOKORO, models: KOKORO_MODELS, kokoroFastApi: true })
afterAll(() => contractServer.close())
testSpeechModel(
  'an OpenAI-compatible server',
  () => createOpenAiSpeech({ url: contractServer.url, model: null }),
  { tellsDropped: false }
)

afterEach(closeOpened)

const bodyOf = (server: SpeechServer): Record<string, unknown> =>
  JSON.parse(server.asked.findLast(({ method }) => method === 'POST')?.body ?? '{}') as Record<
    string,
    unknown
  >

describe('what is asked', () => {
  test('Kokoro-FastAPI is told to keep its hands off the text, and gets phonemes in its own alphabet', async () => {
    const server = await serve({
      voices: KOKORO,
      asObjects: true,
      models: KOKORO_MODELS,
      kokoroFastApi: true
    })
    const speech = await connect(server)
    expect(speech.abilities).toEqual({ phonemes: true, styles: 'none', blends: true, repeats: false })
    const text = 'In [Worcester](/wˈʊstɚ/) [pause:9s] the [judge](/dʒˈʌdʒ/)\u0007 said no.'
    await speech.render({ text, voice: 'af_heart:60+af_bella:40', speed: 1.1, style: 'sad' })
    expect(bodyOf(server)).toEqual({
      model: 'kokoro',
      input: 'In [Worcester](/wˈʊstəɹ/)  pause:9s  the [judge](/ʤˈʌʤ/) said no.',
      voice: 'af_heart(60)+af_bella(40)',
      response_format: 'wav',
      speed: 1.1,
      stream: false,
      normalization_options: { normalize: false }
    })
  })

  test('a look-alike of Kokoro-FastAPI gets plain words, since it would read phonemes aloud', async () => {
    const server = await serve({ voices: KOKORO, models: ['kokoro'] })
    const speech = await connect(server)
    expect(speech.abilities).toEqual({ phonemes: false, styles: 'none', blends: false, repeats: false })
    await speech.render({ ...LINE, text: 'In [Worcester](/wˈʊstɚ/) today.' })
    expect(bodyOf(server)).toEqual({
      model: 'kokoro',
      input: 'In Worcester today.',
      voice: 'af_heart',
      response_format: 'wav',
      speed: 1
    })
  })

  test('a model that takes instructions is told the style in words', async () => {
    const server = await serve({ taken: ['coral'] })
    const speech = await connect(server, { model: 'gpt-4o-mini-tts', key: SECRET })
    expect(speech.abilities.styles).toBe('native')
    await speech.render({ text: 'It works.', voice: 'coral', speed: 1, style: 'excited', intensity: 1.6 })
    expect(bodyOf(server).instructions).toBe(
      'You are a host of a podcast. Speak this line excited and quick, with lively pitch. Make it strong.'
    )
    await speech.render({ text: 'It works.', voice: 'coral', speed: 1 })
    expect(bodyOf(server)).not.toHaveProperty('instructions')
    expect(server.asked.every(({ headers }) => headers.authorization === `Bearer ${SECRET}`)).toBe(true)
  })

  test.each([
    ['/v1', '/v1/audio/speech'],
    ['/v1/', '/v1/audio/speech'],
    ['', '/v1/audio/speech'],
    ['/', '/v1/audio/speech'],
    ['/v1/audio/speech', '/v1/audio/speech'],
    ['/tts/v2?a=b', '/tts/v2/audio/speech?a=b'],
    ['/tts', '/tts/v1/audio/speech']
  ])('an address that ends in "%s" is asked at %s', async (path, expected) => {
    const server = await startSpeechServer(async ({ method }, response) => {
      if (method !== 'POST') return false
      response.writeHead(200).end(encodeWav(await synthesise(LINE, [])))
      return true
    })
    opened.push(server.close)
    const speech = await createOpenAiSpeech({ url: `${server.url}${path}`, model: 'm' })
    await speech.render(LINE)
    expect(server.asked.at(-1)?.path).toBe(expected)
  })

  test.each([
    ['the only one', ['qwen-omni'], 'qwen-omni'],
    ['the only one that speaks', ['whisper-1', 'llama-3', 'hexgrad/Kokoro-82M'], 'hexgrad/Kokoro-82M'],
    ['tts-1 where there is one', ['tts-1', 'tts-1-hd', 'gpt-4o'], 'tts-1'],
    ['tts-1 where none are listed', undefined, 'tts-1']
  ])('the model is %s', async (_title, models, expected) => {
    const server = await serve({ taken: ['nova'], ...(models ? { models } : {}) })
    await (await connect(server)).render({ ...LINE, voice: 'nova' })
    expect(bodyOf(server).model).toBe(expected)
  })

  test('several models that would do are a question for the owner', async () => {
    const server = await serve({ models: ['piper-a', 'piper-b', 'whisper-1'] })
    const error = await caught(createOpenAiSpeech({ url: server.url, model: null }))
    expect(error).toMatchObject({ retryable: false, stage: 'render' })
    expect(error.message).toContain(
      'has several models, piper-a, piper-b, whisper-1: name one after the address'
    )
  })

  test('the name changes with the address and the model, and holds neither', async () => {
    const server = await serve({ voices: KOKORO })
    const names = [await connect(server, { model: 'a' }), await connect(server, { model: 'b' })].map(
      ({ name }) => name
    )
    names.push((await connect(server, { model: 'a', url: `${server.url}/v1` })).name)
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^openai-[0-9a-f]{16}$/)
  })
})

describe('voices', () => {
  test.each([true, false])('a list is read, a good pair first (as objects: %s)', async asObjects => {
    const speech = await connect(await serve({ voices: KOKORO, asObjects }))
    expect(speech.voices).toEqual(['af_heart', 'am_michael', 'af_bella', 'af_alloy'])
  })

  test.each([
    ['af_heart', true, null],
    ['af_heart:60+am_michael:40', true, null],
    ['af_heart+am_michael', true, null],
    ['af_heart:60+am_michael:40', false, /is a blend, and the speech server .* takes none: it has af_heart/],
    ['af_heart:0+am_michael', true, /unknown voice/],
    [
      'af_heart+af_nobody:40',
      true,
      /unknown voice "af_nobody": the speech server .* has af_heart, am_michael/
    ],
    ['nobody', false, /unknown voice "nobody"/],
    ['', true, /no name of a voice/],
    ['a\nb', true, /no name of a voice/]
  ])('%j with blends %s', async (voice, kokoroFastApi, expected) => {
    const speech = await connect(await serve({ voices: KOKORO, kokoroFastApi }))
    const fault = speech.faultOfVoice(voice)
    if (expected === null) expect(fault).toBeNull()
    else expect(fault).toMatch(expected)
  })

  test('without a list, any name is asked for, and the server’s answer decides', async () => {
    const speech = await connect(await serve({ taken: ['narrator'] }), { key: SECRET })
    expect(speech.voices.slice(0, 2)).toEqual(['nova', 'onyx'])
    expect((await speech.render({ ...LINE, voice: 'narrator' })).samples.length).toBeGreaterThan(8000)
    const error = await caught(speech.render({ ...LINE, voice: 'nobody' }))
    expect(error.retryable).toBe(false)
    expect(error.message).toMatch(
      /^the speech server 127\.0\.0\.1:\d+ answered 400 and says "Voice 'nobody' not found": look at the voice/
    )
  })

  test('a page where the list should be is no list', async () => {
    const server = await startSpeechServer((_asked, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>UI</title>')
      return true
    })
    opened.push(server.close)
    expect((await connect(server)).voices[0]).toBe('nova')
  })
})

describe('formats', () => {
  test('a server without WAV is asked for PCM, once and for all', async () => {
    const server = await serve({ voices: KOKORO })
    const speech = await connect(server)
    server.misbehave(({ body }, response) =>
      body.includes('"wav"')
        ? answerJson(response, { error: { message: 'response_format must be mp3 or pcm' } }, 400)
        : false
    )
    const expected = await synthesise(LINE, KOKORO)
    for (let i = 0; i < 2; i++) {
      const { samples, sampleRateHz } = await speech.render(LINE)
      expect([samples.length, sampleRateHz]).toEqual([expected.samples.length, 16_000])
    }
    const formats = server.asked
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => /wav|pcm/.exec(body)?.[0])
    expect(formats).toEqual(['wav', 'pcm', 'pcm'])
  })

  test('PCM without a rate is 24 kHz', async () => {
    const server = await serve({ voices: KOKORO })
    const speech = await connect(server)
    const pcm = await synthesise(LINE, KOKORO)
    server.misbehave(({ body, method }, response) => {
      if (method !== 'POST') return false
      if (body.includes('"wav"')) return answerJson(response, { detail: 'wav is not supported' }, 422)
      response.writeHead(200, { 'content-type': 'audio/pcm' }).end(rawPcm(pcm))
      return true
    })
    expect((await speech.render(LINE)).sampleRateHz).toBe(24_000)
  })
})

describe('many at once', () => {
  test.each([1, 3])('at most %i requests are open, and the rest wait their turn', async parallel => {
    const server = await serve({ voices: KOKORO })
    const speech = await connect(server, { parallel })
    expect(speech.parallel).toBe(parallel)
    server.misbehave(async () => {
      await new Promise(resolve => setTimeout(resolve, 30))
      return false
    })
    const all = await Promise.all(Array.from({ length: 8 }, () => speech.render(LINE)))
    expect(new Set(all.map(({ samples }) => samples.length)).size).toBe(1)
    expect(server.open.most).toBe(parallel)
  })

  test('one that waits can be aborted, and neither blocks the others nor is asked', async () => {
    const server = await serve({ voices: KOKORO })
    const speech = await connect(server, { parallel: 1 })
    const controller = new AbortController()
    const first = speech.render(LINE)
    const waiting = speech.render({ ...LINE, text: 'Never said.' }, { signal: controller.signal })
    const last = speech.render(LINE)
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await Promise.all([first, last])
    expect(server.asked.some(({ body }) => body.includes('Never said'))).toBe(false)
  })

  test('a release ends what is open, on the server’s side too', async () => {
    const server = await serve({ voices: KOKORO })
    const speech = await connect(server)
    server.misbehave(({ method }) => method === 'POST')
    const open = speech.render(LINE)
    const outcome = expect(open).rejects.toThrow(/released/)
    await expect.poll(() => server.open.now).toBe(1)
    await speech.release()
    await outcome
    await expect.poll(() => server.open.now).toBe(0)
  })
})
