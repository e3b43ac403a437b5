import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createChatModel } from '../../src/adapters/chat-server/create-chat-model.ts'
import type { ChatModelOptions } from '../../src/adapters/chat-server/create-chat-model.ts'
import { WRITING_STEPS } from '../../src/domain/writer.ts'
import type { LanguageModel, Question } from '../../src/stages/write/ports.ts'
import { describeLanguageModel } from '../contracts/language-model.ts'
import {
  body,
  bySteps,
  inTurn,
  json,
  overlong,
  problem,
  startChatServer,
  strict,
  text
} from '../helpers/chat-server.ts'
import type { ChatRequest, ChatScript, ChatServer, ChatServerOptions } from '../helpers/chat-server.ts'

/** Fills the schema in, takes a millisecond for a token, and stops at the most tokens. */
const honest: ChatScript = async ({ schema, body: { max_tokens: most } }) => {
  const names = Object.keys((schema?.properties ?? {}) as object)
  const whole = JSON.stringify(Object.fromEntries(names.map(name => [name, 'yes'])))
  const tokens = Math.min(Number(most), Math.ceil(whole.length / 4))
  await sleep(tokens)
  return tokens * 4 < whole.length ? overlong(whole.slice(0, tokens * 4)) : whole
}

const contractServer = await startChatServer(honest, { models: [{ id: 'honest', max_model_len: 4096 }] })
afterAll(() => contractServer.close())
describeLanguageModel('a chat server', () => createChatModel({ url: contractServer.url, model: null }), {
  repeats: true
})

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function serve(script: ChatScript, options?: ChatServerOptions): Promise<ChatServer> {
  const server = await startChatServer(script, options)
  opened.push(server.close)
  return server
}
async function connect(server: ChatServer, options: Partial<ChatModelOptions> = {}): Promise<LanguageModel> {
  const limits = { pauseMs: 5, ...options.limits }
  const model = await createChatModel({ url: server.url, model: 'scripted', ...options, limits })
  opened.push(() => model.release())
  return model
}

const SCHEMA = {
  type: 'object',
  properties: { claims: { type: 'array', items: { type: 'string' } } },
  required: ['claims'],
  additionalProperties: false
}
const QUESTION: Question = {
  step: 'digest',
  system: 'You take down facts.',
  prompt: 'The bridge is open.',
  schema: SCHEMA,
  mostTokens: 300,
  seed: 42
}
const ANSWER = '{"claims":["The bridge is open."]}'
const bodies = ({ requests }: ChatServer): ChatRequest['body'][] => requests.map(request => request.body)

describe('what is asked', () => {
  test('a question, with its schema, its seed and its limit', async () => {
    const server = await serve(() => ANSWER)
    const model = await connect(server)
    const answer = await model.answer(QUESTION)
    expect(answer).toEqual({
      text: ANSWER,
      ended: true,
      promptTokens: 10,
      answerTokens: 9,
      seconds: expect.any(Number) as number
    })
    expect(model.name).toBe(`scripted at ${new URL(server.url).host}`)
    expect(bodies(server)).toEqual([
      {
        model: 'scripted',
        messages: [
          { role: 'system', content: 'You take down facts.' },
          { role: 'user', content: 'The bridge is open.' }
        ],
        stream: false,
        max_tokens: 300,
        temperature: 0.2,
        seed: 42,
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'digest', strict: true, schema: SCHEMA }
        },
        chat_template_kwargs: { enable_thinking: false }
      }
    ])
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('talk is warmer than facts', async () => {
    const server = await serve(() => '{}')
    const model = await connect(server)
    for (const step of WRITING_STEPS) await model.answer({ ...QUESTION, step })
    expect(server.requests.map(({ step, body: { temperature } }) => [step, temperature])).toEqual([
      ['digest', 0.2],
      ['line-up', 0.2],
      ['dialogue', 0.7],
      ['frame', 0.7],
      ['repair', 0.7]
    ])
  })

  test('the key goes along, each time', async () => {
    const server = await serve(() => ANSWER, { key: 'sk-secret-key' })
    const model = await connect(server, { key: ' sk-secret-key\n', model: null })
    await model.answer(QUESTION)
    const all = [...server.visits, ...server.requests].map(({ headers }) => headers.authorization)
    expect(all).toEqual(['Bearer sk-secret-key', 'Bearer sk-secret-key'])
  })

  test('Ollama is told its own way not to think', async () => {
    const server = await serve(() => ANSWER, { models: [{ id: 'qwen3:8b', owned_by: 'library' }] })
    const model = await connect(server, { model: 'qwen3:8b' })
    await model.answer(QUESTION)
    expect(bodies(server)[0]).toMatchObject({ reasoning_effort: 'none' })
    expect(bodies(server)[0]).not.toHaveProperty('chat_template_kwargs')
  })
})

describe('what a server refuses is left out, and stays so', () => {
  const rows: [field: string, left: Record<string, unknown>][] = [
    ['max_tokens', { max_completion_tokens: 300, seed: 42, temperature: 0.2 }],
    ['temperature', { max_tokens: 300, seed: 42, response_format: expect.anything() }],
    ['seed', { max_tokens: 300, temperature: 0.2 }],
    ['chat_template_kwargs', { max_tokens: 300, seed: 42, temperature: 0.2 }]
  ]
  test.each(rows)('%s', async (field, left) => {
    const server = await serve(strict([field], () => ANSWER))
    const model = await connect(server)
    for (let i = 0; i < 2; i++) expect((await model.answer(QUESTION)).text).toBe(ANSWER)
    expect(bodies(server).map(sent => field in sent)).toEqual([true, false, false])
    expect(bodies(server)[2]).toMatchObject(left)
  })

  test('all of them, one after the other, as a new model of OpenAI does', async () => {
    const fields = ['max_tokens', 'temperature', 'seed', 'chat_template_kwargs']
    const server = await serve(strict(fields, () => ANSWER))
    const model = await connect(server)
    for (let i = 0; i < 2; i++) expect((await model.answer(QUESTION)).text).toBe(ANSWER)
    expect(server.requests).toHaveLength(fields.length + 2)
    expect(Object.keys(bodies(server).at(-1) ?? {}).sort()).toEqual([
      'max_completion_tokens',
      'messages',
      'model',
      'response_format',
      'stream'
    ])
    expect(model.facts?.()).toMatchObject({ requests: 6, retries: 0, format: 'json_schema' })
  })

  const refuses =
    (...types: string[]): ChatScript =>
    ({ body: { response_format: format } }) => {
      const type = (format as { type?: string } | undefined)?.type
      return type !== undefined && types.includes(type)
        ? problem(400, `'response_format.type' must not be '${type}'`)
        : ANSWER
    }
  test.each([
    ['json_object', { response_format: { type: 'json_object' } }, ['json_schema']],
    ['none', {}, ['json_schema', 'json_object']]
  ])('a schema that the server does not take is told in the rules (%s)', async (format, left, refused) => {
    const server = await serve(refuses(...refused))
    const model = await connect(server)
    for (let i = 0; i < 2; i++) expect((await model.answer(QUESTION)).text).toBe(ANSWER)
    expect(server.requests).toHaveLength(refused.length + 2)
    const last = server.requests.at(-1)
    expect({ response_format: last?.body.response_format }).toEqual({ response_format: undefined, ...left })
    expect(last?.system).toBe(
      `You take down facts.\n\nAnswer with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(SCHEMA)}`
    )
    expect(last?.step).toBe('digest')
    expect(model.facts?.()).toMatchObject({ format })
  })

  test('rules go into the question where the template knows no system', async () => {
    const server = await serve(({ system }) => (system ? problem(400, 'System role not supported') : ANSWER))
    const model = await connect(server)
    await model.answer(QUESTION)
    expect(server.requests.at(-1)?.messages).toEqual([
      { role: 'user', content: 'You take down facts.\n\nThe bridge is open.' }
    ])
  })

  test('effort is asked for by less and less, down to none', async () => {
    const server = await serve(
      ({ body: { reasoning_effort: effort } }) =>
        effort === undefined
          ? ANSWER
          : problem(400, `Unsupported value: 'reasoning_effort' does not support '${String(effort)}'`),
      { models: [{ id: 'scripted', owned_by: 'library' }] }
    )
    const model = await connect(server)
    await model.answer(QUESTION)
    expect(bodies(server).map(sent => sent.reasoning_effort)).toEqual(['none', 'minimal', 'low', undefined])
  })

  test('a refusal that leads nowhere teaches nothing', async () => {
    const server = await serve(inTurn(problem(400, 'temperature is wrong'), problem(400, 'no'), ANSWER))
    const model = await connect(server)
    await expect(model.answer(QUESTION)).rejects.toMatchObject({ fault: 'rejected' })
    await model.answer(QUESTION)
    expect(bodies(server).map(sent => 'temperature' in sent)).toEqual([true, false, true])
  })
})

describe('what is answered', () => {
  const message = (value: object, more: object = {}): object => ({ choices: [{ message: value }], ...more })
  const rows: [title: string, body: unknown, expected: object][] = [
    ['text', message({ content: ANSWER }), { text: ANSWER, ended: true, promptTokens: 10, answerTokens: 9 }],
    [
      'parts, of which some are thought',
      message({
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
          { type: 'text', text: '{"claims":' },
          { type: 'text', text: '[]}' }
        ]
      }),
      { text: '{"claims":[]}', ended: true }
    ],
    [
      'counts',
      message({ content: 'a' }, { usage: { prompt_tokens: 70, completion_tokens: 8 } }),
      { promptTokens: 70, answerTokens: 8 }
    ],
    [
      'counts that are none',
      message({ content: ANSWER }, { usage: { prompt_tokens: 0, completion_tokens: 'many' } }),
      { promptTokens: 10, answerTokens: 9 }
    ],
    [
      'an answer that was cut off',
      { choices: [{ message: { content: '{"cl' }, finish_reason: 'length' }] },
      { text: '{"cl', ended: false }
    ],
    [
      'an answer with a null error beside it',
      message({ content: 'a', refusal: null }, { error: null }),
      { text: 'a', ended: true }
    ],
    [
      'text that is no JSON, as it is',
      message({ content: '<think>x</think> No.' }),
      { text: '<think>x</think> No.' }
    ]
  ]
  test.each(rows)('%s', async (_, sent, expected) => {
    const model = await connect(await serve(() => body(sent)))
    expect(await model.answer(QUESTION)).toMatchObject(expected)
  })

  test('what it cost is told, in tokens and in dollars', async () => {
    const server = await serve(inTurn(problem(429, 'slow down'), text(ANSWER)))
    const model = await connect(server, { price: { prompt: 1000, answer: 2000 } })
    await model.answer(QUESTION)
    await model.answer(QUESTION)
    expect(model.facts?.()).toEqual({
      host: new URL(server.url).host,
      requests: 3,
      retries: 1,
      promptTokens: 20,
      answerTokens: 18,
      format: 'json_schema',
      dollars: 0.056
    })
  })

  test('a script may differ by what is asked for', async () => {
    const model = await connect(
      await serve(bySteps({ digest: () => json({ claims: [] }), frame: () => 'Hi.' }))
    )
    expect((await model.answer(QUESTION)).text).toBe('{"claims":[]}')
    expect((await model.answer({ ...QUESTION, step: 'frame' })).text).toBe('Hi.')
    await expect(model.answer({ ...QUESTION, step: 'repair' })).rejects.toMatchObject({
      fault: 'server-error'
    })
  })
})
