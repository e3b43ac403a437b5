import { afterEach, describe, expect, test } from 'vitest'
import { createChatModel } from '../../src/adapters/chat-server/create-chat-model.ts'
import type { ChatModelOptions } from '../../src/adapters/chat-server/create-chat-model.ts'
import { GenerationError } from '../../src/stages/write/ports.ts'
import type { LanguageModel, Question } from '../../src/stages/write/ports.ts'
import { startChatServer } from '../helpers/chat-server.ts'
import type { ChatServer, ChatServerOptions } from '../helpers/chat-server.ts'

const QUESTION: Question = {
  step: 'dialogue',
  system: 'Be brief.',
  prompt: 'Say it.',
  schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  mostTokens: 50,
  seed: 1
}

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})
async function serve(options: ChatServerOptions): Promise<ChatServer> {
  const server = await startChatServer(() => '{}', options)
  opened.push(server.close)
  return server
}
async function connect(server: ChatServer, options: Partial<ChatModelOptions> = {}): Promise<LanguageModel> {
  const model = await createChatModel({ url: server.url, model: null, ...options })
  opened.push(() => model.release())
  return model
}

describe('the model', () => {
  test.each([
    ['the only one', ['granite'], 'granite'],
    ['the only one that writes', ['text-embedding-nomic-embed-text-v1.5', 'granite'], 'granite']
  ])('is %s where none is named', async (_, models, expected) => {
    const server = await serve({ models })
    const model = await connect(server)
    expect(model.name).toBe(`${expected} at ${new URL(server.url).host}`)
    await model.answer(QUESTION)
    expect(server.requests[0]?.body.model).toBe(expected)
  })

  test.each([
    [
      'several',
      { models: ['a', 'b', 'whisper-1'] },
      /^the server at 127\.0\.0\.1:\d+ has several models, a, b: name a model after the address, as in https:\/\/host\/v1#model$/
    ],
    ['none', { models: [] }, /has no language model: load one there \(Ollama: ollama pull MODEL\)/],
    ['no list', { models: null }, /does not tell which models it has: name a model/],
    [
      'a key',
      { key: 'sk-server' },
      /answered 401 and says "Incorrect API key provided: none": put its key into DUOLOGUE_WRITER_KEY/
    ]
  ])('must be named where the server has %s', async (_, options, message) => {
    const server = await serve(options)
    const error: unknown = await connect(server).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(GenerationError)
    expect(error).toMatchObject({ fault: 'rejected', message: expect.stringMatching(message) as string })
  })

  test.each([
    ['has no list', { models: null }],
    ['lists others', { models: ['a', 'b'] }]
  ])('that is named is asked for although the server %s', async (_, options) => {
    const model = await connect(await serve(options), { model: 'mine' })
    expect((await model.answer(QUESTION)).text).toBe('{}')
    expect(model.contextTokens).toBeNull()
  })

  test.each([
    ['a server that is not there', 'http://127.0.0.1:1', /refused the connection: is it running there\?/],
    ['a name that nobody has', 'http://nobody.invalid', /cannot be found/]
  ])('is not made for %s', async (_, url, message) => {
    for (const model of ['mine', null])
      await expect(createChatModel({ url, model })).rejects.toMatchObject({
        fault: 'unreachable',
        message: expect.stringMatching(message) as string
      })
  })

  test('is not made for a server without TLS that is asked with it', async () => {
    const server = await serve({})
    const url = server.url.replace('http:', 'https:')
    await expect(createChatModel({ url, model: 'mine' })).rejects.toMatchObject({
      fault: 'unreachable',
      message: expect.stringMatching(
        /certificate or an encryption that is not valid .*http:\/\/ is for/
      ) as string
    })
  })

  test('is not made once it was aborted', async () => {
    const reason = new Error('enough')
    const server = await serve({})
    await expect(connect(server, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('how much it can read', () => {
  const props = { default_generation_settings: { n_ctx: 8192 }, total_slots: 4 }
  const loaded = (name: string): object => ({ models: [{ name, context_length: 4096 }] })
  const rows: [title: string, options: ChatServerOptions, expected: number | null][] = [
    ['is in vLLM’s list', { models: [{ id: 'm', max_model_len: 32768 }] }, 32768],
    ['is in OpenRouter’s list', { models: [{ id: 'm', context_length: 131072 }] }, 131072],
    [
      'is on a page of llama-server',
      {
        models: [{ id: 'm', owned_by: 'llamacpp', meta: { n_ctx_train: 1048576 } }],
        pages: { '/props': props }
      },
      8192
    ],
    [
      'is not told by a llama-server that hides its page',
      { models: [{ id: 'm', owned_by: 'llamacpp' }] },
      null
    ],
    [
      'is what Ollama gave a model that is loaded',
      { models: [{ id: 'm', owned_by: 'library' }], pages: { '/api/ps': loaded('m') } },
      4096
    ],
    [
      'is found for a tag that goes without saying',
      { models: [{ id: 'm:latest', owned_by: 'library' }], pages: { '/api/ps': loaded('m:latest') } },
      4096
    ],
    [
      'is not that of another model',
      { models: [{ id: 'm', owned_by: 'library' }], pages: { '/api/ps': loaded('n') } },
      null
    ],
    ['is not told by most', { models: ['m'], pages: { '/props': props, '/api/ps': loaded('m') } }, null]
  ]
  test.each(rows)('%s', async (_, options, expected) => {
    expect((await connect(await serve(options), { model: 'm' })).contextTokens).toBe(expected)
  })

  test('is known of Ollama once it has loaded the model, which cuts what is longer without a word', async () => {
    const pages: Record<string, unknown> = { '/api/ps': { models: [] } }
    const server = await serve({ models: [{ id: 'm', owned_by: 'library' }], pages })
    const model = await connect(server, { model: 'm' })
    expect(model.contextTokens).toBeNull()
    pages['/api/ps'] = loaded('m')
    const long = { ...QUESTION, prompt: 'The bridge is open. '.repeat(2000) }
    await expect(model.answer(long)).rejects.toMatchObject({
      fault: 'too-long',
      message: expect.stringMatching(
        /its context of 4096 tokens; OLLAMA_CONTEXT_LENGTH makes it larger$/
      ) as string
    })
    expect(model.contextTokens).toBe(4096)
    expect((await model.answer(QUESTION)).text).toBe('{}')
    expect(server.visits.filter(({ line }) => line === 'GET /api/ps')).toHaveLength(2)
  })
})
