import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createOpenAiSpeech } from '../../src/adapters/openai/create-openai-speech.ts'
import { encodeWav } from '../../src/domain/wav.ts'
import { caught } from '../helpers/caught.ts'
import { closeOpened, connect, KOKORO, LINE, opened, SECRET, serve } from '../helpers/openai-client.ts'
import { startOpenAiServer, synthesise } from '../helpers/speech-server.ts'
import type { Misbehaviour } from '../helpers/speech-server.ts'

afterEach(closeOpened)

const sends =
  (
    status: number,
    type: string,
    body: string | Uint8Array,
    headers: Record<string, string> = {}
  ): Misbehaviour =>
  (_asked, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
    return true
  }
const wholeWav = encodeWav(await synthesise(LINE, KOKORO))

describe('what goes wrong is named, and says whether another try may help', () => {
  const rows: [title: string, how: Misbehaviour, retryable: boolean, message: RegExp][] = [
    ['400', sends(400, 'text/plain', 'bad'), false, /answered 400 and says "bad": look at the voice/],
    [
      '401 that repeats the key',
      sends(401, 'text/plain', `no ${SECRET} here`),
      false,
      /answered 401 and says "no … here": put its key into DUOLOGUE_SPEECH_KEY/
    ],
    ['403', sends(403, 'text/plain', ''), false, /answered 403 and says "Forbidden"/],
    [
      '404',
      sends(404, 'application/json', '{"detail":"Not Found"}'),
      false,
      /answered 404 and says "Not Found": check the address, the model/
    ],
    ['408', sends(408, 'text/plain', ''), true, /answered 408/],
    ['425', sends(425, 'text/plain', ''), true, /answered 425/],
    [
      '429',
      sends(429, 'text/plain', 'slow down', { 'retry-after': '20' }),
      true,
      /fewer requests, in 20 s again/
    ],
    [
      '500',
      sends(500, 'application/json', '{"detail":{"message":"CUDA out of memory"}}'),
      true,
      /says "CUDA out of memory": it has a fault of its own/
    ],
    [
      '503 with a long page',
      sends(503, 'text/html', `\u001b[31m${'x'.repeat(500)}`),
      true,
      /says "\[31mx{194,196}…"/
    ],
    [
      'a redirect to another host',
      sends(307, 'text/plain', '', { location: 'https://evil.example/v1/audio/speech?k=1' }),
      false,
      /redirects \(307\) to https:\/\/evil\.example, and the key is not sent on/
    ],
    [
      'JSON with 200',
      sends(200, 'application/json', '{"error":"no such voice"}'),
      false,
      /asked for WAV and answered with JSON \(application\/json\): "no such voice"/
    ],
    [
      'a page with 200',
      sends(200, 'text/html', '<!doctype html><p>Sign in'),
      false,
      /answered with HTML \(text\/html\)/
    ],
    ['a page that says it is audio', sends(200, 'audio/wav', '\n<html>'), false, /answered with HTML/],
    [
      'an MP3 with a tag',
      sends(200, 'audio/wav', Buffer.from('ID3\u0004and so on')),
      false,
      /asked for WAV and answered with MP3 \(audio\/wav\)/
    ],
    [
      'a bare MP3',
      sends(200, 'application/octet-stream', Uint8Array.of(0xff, 0xfb, 0x90, 0x64)),
      false,
      /answered with MP3 or AAC/
    ],
    ['Opus', sends(200, 'audio/wav', 'OggS and so on'), false, /answered with Ogg/],
    [
      'raw samples although WAV was asked',
      sends(200, 'audio/wav', Uint8Array.of(1, 0, 2, 0)),
      false,
      /answered with something else/
    ],
    ['nothing', sends(200, 'audio/wav', ''), true, /no audio at all: its answer is empty/],
    [
      'a WAV without sound',
      sends(200, 'audio/wav', encodeWav({ samples: new Float32Array(0), sampleRateHz: 24_000 })),
      true,
      /no audio at all: its sound is empty/
    ],
    [
      'a WAV cut short',
      sends(200, 'audio/wav', wholeWav.subarray(0, 1000)),
      true,
      /WAV that cannot be used: bad WAV: it is cut short, with 956 of \d+ bytes/
    ],
    [
      'a WAV of a strange kind',
      sends(
        200,
        'audio/wav',
        Buffer.concat([wholeWav.subarray(0, 20), Uint8Array.of(6, 0), wholeWav.subarray(22)])
      ),
      false,
      /unsupported WAV: format 6/
    ],
    [
      'a connection that breaks',
      (_asked, response) => (
        response.writeHead(200, { 'content-length': '9999' }).write('RIFF'),
        setTimeout(() => response.destroy(), 20),
        true
      ),
      true,
      /closed the connection before the answer was complete/
    ],
    [
      'an answer that never ends',
      (_asked, response) => (response.writeHead(200).write('RIFF'), true),
      true,
      /did not finish within 0\.5 s/
    ],
    ['no answer', () => true, true, /did not finish within 0\.5 s/],
    [
      'too much',
      sends(200, 'audio/wav', Buffer.alloc(3 * 1024 * 1024)),
      false,
      /sent more than 2 MiB for a few sentences/
    ]
  ]
  test.each(rows)('%s', async (_title, how, retryable, message) => {
    const server = await serve({ voices: KOKORO, key: SECRET })
    const limits = { totalMs: 500, bytes: 2 * 1024 * 1024 }
    const speech = await connect(server, {
      key: SECRET,
      limits,
      url: server.url.replace('//', '//me:word@') + '/?q=1'
    })
    server.misbehave((asked, response) => (asked.method === 'POST' ? how(asked, response) : false))
    const error = await caught(speech.render(LINE))
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/^the speech server 127\.0\.0\.1:\d+ /)
    expect(error.message).not.toMatch(/secret|me:word|q=1|[\u0000-\u001f]/)
    expect(error.message.length).toBeLessThan(500)
    expect(error).toMatchObject({ stage: 'render', retryable })
    server.misbehave(null)
    expect((await speech.render(LINE)).samples.length).toBeGreaterThan(8000)
  })

  test('a server that is not there', async () => {
    const server = await startOpenAiServer()
    await server.close()
    const error = await caught(createOpenAiSpeech({ url: server.url, model: null }))
    expect(error.retryable).toBe(true)
    expect(error.message).toMatch(
      /^the speech server 127\.0\.0\.1:\d+ refused the connection: is it running\?$/
    )
  })

  test('a server that speaks something else', async () => {
    const other = createServer(socket => socket.resume().end('SSH-2.0-OpenSSH\r\n'))
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    opened.push(() => new Promise(resolve => void other.close(() => resolve())))
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const error = await caught(createOpenAiSpeech({ url, model: null }))
    expect(error.message).toMatch(/does not speak HTTP .*check the address and its port/)
    expect(error.retryable).toBe(false)
  })

  test('a host that does not take the connection', async () => {
    const limits = { connectMs: 200 }
    const error = await caught(createOpenAiSpeech({ url: 'http://192.0.2.1:9', model: null, limits }))
    expect(error.retryable).toBe(true)
    expect(error.message).toMatch(/did not accept the connection within 0\.2 s|cannot be reached|refused/)
  })

  test('a key that is wrong is found before anything is rendered', async () => {
    const server = await serve({ voices: KOKORO, key: SECRET })
    const error = await caught(createOpenAiSpeech({ url: server.url, model: null, key: 'sk-another' }))
    expect(error.message).toContain(
      'says "Incorrect API key: Bearer …": put its key into DUOLOGUE_SPEECH_KEY'
    )
    expect(error.retryable).toBe(false)
  })

  test('a key that no header takes', async () => {
    const server = await serve({ voices: KOKORO })
    const error = await caught(createOpenAiSpeech({ url: server.url, model: null, key: 'sk\nother' }))
    expect(error.message).toContain('its key holds a character that no HTTP header takes')
    expect(error.retryable).toBe(false)
  })
})
