import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createChatModel } from '../../src/adapters/chat-server/create-chat-model.ts'
import type { ChatModelOptions } from '../../src/adapters/chat-server/create-chat-model.ts'
import { GenerationError } from '../../src/stages/write/ports.ts'
import type { GenerationFault, LanguageModel, Question } from '../../src/stages/write/ports.ts'
import {
  body,
  cut,
  drop,
  empty,
  hang,
  html,
  inTurn,
  problem,
  raw,
  redirect,
  refusal,
  startChatServer,
  status,
  text
} from '../helpers/chat-server.ts'
import type { ChatScript, ChatServer, ChatServerOptions, Reply } from '../helpers/chat-server.ts'

const KEY = 'sk-secret-key'
const QUESTION: Question = {
  step: 'digest',
  system: 'You take down facts.',
  prompt: 'The bridge is open.',
  schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  mostTokens: 300,
  seed: 42
}

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})
async function serve(script: ChatScript, options: ChatServerOptions = {}): Promise<ChatServer> {
  const server = await startChatServer(script, { key: KEY, ...options })
  opened.push(server.close)
  return server
}
async function connect(server: ChatServer, options: Partial<ChatModelOptions> = {}): Promise<LanguageModel> {
  const limits = { pauseMs: 5, ...options.limits }
  const model = await createChatModel({ url: server.url, model: 'granite', key: KEY, ...options, limits })
  opened.push(() => model.release())
  return model
}
async function failure(work: Promise<unknown>): Promise<GenerationError> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(GenerationError)
  return error as GenerationError
}
const choice = (value: object): Reply => body({ choices: [value] })

describe('what goes wrong has a name, and says what would be right', () => {
  const rows: [title: string, reply: Reply, fault: GenerationFault, message: RegExp, requests?: number][] = [
    [
      '400',
      problem(400, 'bad thing'),
      'rejected',
      /answered 400 and says "bad thing": it does not take this request: check the name of the model; it has granite, qwen3$/
    ],
    [
      '400 for a model',
      problem(400, 'The model `granite` does not exist'),
      'rejected',
      /check the name of the model; it has granite, qwen3$/
    ],
    [
      '401',
      problem(401, `Incorrect API key provided: ${KEY}`),
      'rejected',
      /says "Incorrect API key provided: …": the key in DUOLOGUE_WRITER_KEY is not one that it takes$/
    ],
    ['403', problem(403, 'Missing scopes'), 'rejected', /the key in DUOLOGUE_WRITER_KEY may not do this$/],
    [
      '403 of a moderator',
      problem(403, 'Your chosen model requires moderation and your input was flagged'),
      'refusal',
      /its filter does not let this question pass$/
    ],
    [
      '404 for a model',
      problem(404, 'model "granite" not found, try pulling it first', { type: 'not_found_error' }),
      'rejected',
      /: check the name of the model; it has granite, qwen3$/
    ],
    [
      '404 page',
      status(404, { body: '<html><h1>Not Found</h1>', headers: { 'content-type': 'text/html' } }),
      'rejected',
      /: check the address, which must be that of the API, such as https:\/\/host\/v1; check the name/
    ],
    ['405', status(405), 'rejected', /answered 405: check the address/],
    [
      '422 of FastAPI',
      status(422, { body: { detail: [{ loc: ['body', 'messages'], msg: 'Field required' }] } }),
      'rejected',
      /says "body\.messages: Field required"/
    ],
    [
      '400 for length, OpenAI',
      problem(
        400,
        "This model's maximum context length is 4096 tokens. However, your messages resulted in 5000 tokens and max_tokens 300.",
        { code: 'context_length_exceeded', param: 'messages' }
      ),
      'too-long',
      /do not fit into its context$/
    ],
    [
      '400 for length, llama-server',
      problem(400, 'the request exceeds the available context size', { type: 'exceed_context_size_error' }),
      'too-long',
      /do not fit/
    ],
    ['413', status(413), 'too-long', /do not fit/],
    [
      '400 of a filter',
      problem(400, 'The response was filtered', {
        code: 'content_filter',
        innererror: { code: 'ResponsibleAIPolicyViolation' }
      }),
      'refusal',
      /filter/
    ],
    ['402', problem(402, 'Insufficient credits'), 'rate-limit', /there is no credit left/],
    [
      '429',
      problem(429, 'slow down'),
      'rate-limit',
      /answered 429 and says "slow down": it asks for fewer requests$/,
      3
    ],
    [
      '429 for money',
      problem(429, 'You exceeded your current quota', { code: 'insufficient_quota' }),
      'rate-limit',
      /there is no credit left; top it up/
    ],
    [
      '429 for longer than one waits',
      status(429, { headers: { 'retry-after': '3600' } }),
      'rate-limit',
      /again in 3600 s$/
    ],
    ['408', status(408), 'timeout', /shorter limit/],
    [
      '500',
      problem(500, 'CUDA out of memory'),
      'server-error',
      /says "CUDA out of memory": it has a fault of its own$/,
      2
    ],
    [
      '503 with a long page',
      status(503, { body: `\u001b[31m${'x'.repeat(500)}` }),
      'server-error',
      /says "\[31mx{194,196}…"/,
      2
    ],
    [
      'an error that comes with 200',
      body({ error: { code: 502, message: 'Provider returned error' } }),
      'server-error',
      /answered 502 and says "Provider returned error"/,
      2
    ],
    [
      'an error instead of a choice',
      choice({ error: { code: 429, message: 'busy' }, message: { content: '' } }),
      'rate-limit',
      /answered 429 and says "busy"/,
      3
    ],
    [
      'a refusal',
      refusal(`I cannot help with ${KEY}.`),
      'refusal',
      /declined to answer: "I cannot help with …\."$/
    ],
    [
      'a refusal among the parts',
      text([{ type: 'refusal', refusal: 'No.' }]),
      'refusal',
      /declined to answer: "No\."$/
    ],
    [
      'an answer that was filtered',
      text('The', { finish_reason: 'content_filter' }),
      'refusal',
      /its filter stepped in$/
    ],
    ['an empty answer', empty(), 'empty', /gave an empty answer \(stop\)$/],
    ['white space', text(' \n\t '), 'empty', /gave an empty answer/],
    ['null', text(null), 'empty', /gave an empty answer/],
    [
      'a tool',
      choice({ message: { content: null, tool_calls: [{ id: 'a' }] }, finish_reason: 'tool_calls' }),
      'empty',
      /asked for a tool, and gave no answer$/
    ],
    [
      'thought alone',
      body({
        choices: [{ message: { content: '', reasoning_content: 'Hm.' }, finish_reason: 'length' }],
        usage: { completion_tokens: 300 }
      }),
      'empty',
      /only thought, for 300 tokens, and gave no answer/
    ],
    ['no body', raw(''), 'empty', /answered with nothing at all$/],
    ['a page', html(), 'unreadable', /answered with a web page, ".*Sign in.*": check the address/],
    ['a page that says it is JSON', raw(' <!DOCTYPE html><p>Hello'), 'unreadable', /web page/],
    ['broken JSON', raw('{"choices": [{'), 'unreadable', /no JSON: "{"choices": \[{"$/],
    ['JSON that repeats the key', raw(`"${KEY}`), 'unreadable', /no JSON: ""…"$/],
    [
      'a stream that nobody asked for',
      raw('data: {"choices":[]}\n\ndata: [DONE]\n', { 'content-type': 'text/event-stream' }),
      'unreadable',
      /no JSON: "data: /
    ],
    [
      'other JSON',
      raw('[1,2]'),
      'unreadable',
      /holds no choices\[0\]\.message: "\[1,2\]"; it must be a server with \/v1\/chat\/completions$/
    ],
    ['no choices', body({ choices: [] }), 'unreadable', /holds no choices/],
    ['bytes', raw(Uint8Array.of(0, 255, 254, 1, 2)), 'unreadable', /no JSON/],
    ['too much', raw('x'.repeat(70_000)), 'unreadable', /sent more than 64 KiB for one answer$/],
    ['half', cut(), 'cut-off', /broke the connection off in the middle of its answer$/],
    ['a connection that is closed', drop(), 'unreachable', /closed the connection before it answered$/],
    ['no answer', hang(), 'timeout', /did not answer within 0\.3 s$/],
    [
      'a redirect to another host',
      redirect('https://evil.example/v1/chat/completions?k=1'),
      'rejected',
      /redirects \(307\) to https:\/\/evil\.example, and the key is not sent on: give that address$/
    ],
    ['a redirect in a circle', redirect('/v1/chat/completions'), 'rejected', /redirects in a circle/, 4],
    ['a redirect to nowhere', status(302), 'rejected', /answered 302/]
  ]
  test.each(rows)('%s', async (_, reply, fault, message, requests = 1) => {
    const server = await serve(() => reply, { models: ['granite', 'qwen3'] })
    const limits = { bytes: 64 * 1024 }
    const url = server.url.replace('//', '//me:word@') + '?q=1'
    const model = await connect(server, { url, seconds: fault === 'timeout' ? 0.3 : 30, limits })
    const error = await failure(model.answer(QUESTION))
    expect(error.fault).toBe(fault)
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/^granite at 127\.0\.0\.1:\d+ /)
    expect(error.message).not.toMatch(/sk-secret|me:word|q=1|[\u0000-\u001f]/)
    expect(error.message.length).toBeLessThan(500)
    expect(server.requests).toHaveLength(requests)
    await expect.poll(server.open).toBe(0)
  })

  test('Ollama’s models can be pulled', async () => {
    const models = [
      { id: 'granite4:tiny-h', owned_by: 'library' },
      { id: 'qwen3:8b', owned_by: 'library' }
    ]
    const server = await serve(() => problem(404, "model 'granite4' not found"), { models })
    const error = await failure((await connect(server, { model: 'granite4' })).answer(QUESTION))
    expect(error.message).toMatch(/: ollama pull granite4; it has granite4:tiny-h, qwen3:8b$/)
  })

  test.each([
    ['no key', undefined, /put its key into DUOLOGUE_WRITER_KEY$/],
    [
      'a wrong one',
      'sk-another-key',
      /says "Incorrect API key provided: Bearer …": the key in DUOLOGUE_WRITER_KEY/
    ]
  ])('%s', async (_, key, message) => {
    const model = await connect(await serve(() => '{}'), { key })
    const error = await failure(model.answer(QUESTION))
    expect(error).toMatchObject({ fault: 'rejected' })
    expect(error.message).toMatch(message)
  })

  test('a key that no header takes', async () => {
    const error = await failure(connect(await serve(() => '{}'), { key: 'sk\nother', model: null }))
    expect(error.message).toMatch(
      /the key in DUOLOGUE_WRITER_KEY holds a character that no HTTP header takes$/
    )
    expect(error.fault).toBe('rejected')
  })

  test('a server that speaks something else', async () => {
    const other = createServer(socket => socket.resume().end('SSH-2.0-OpenSSH\r\n'))
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    opened.push(() => new Promise(resolve => void other.close(() => resolve())))
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const error = await failure(createChatModel({ url, model: 'm' }))
    expect(error.message).toMatch(/does not speak HTTP .*check the address and its port/)
  })

  test('a host that does not take the connection', async () => {
    const limits = { connectMs: 200 }
    const error = await failure(createChatModel({ url: 'http://192.0.2.1:9', model: 'm', limits }))
    expect(error.fault).toBe('unreachable')
    expect(error.message).toMatch(/did not accept the connection within 0\.2 s|cannot be reached|refused/)
  })
})

describe('what may pass is asked again', () => {
  const late = (seconds: number): Record<string, string> => ({
    'retry-after': new Date(Date.now() + seconds * 1000).toUTCString()
  })
  const rows: [title: string, replies: (string | Reply)[], requests: number][] = [
    ['429 once', [status(429), '{}'], 2],
    ['429 twice', [status(429), status(429), '{}'], 3],
    ['429 that says when, in seconds', [status(429, { headers: { 'retry-after': '0' } }), '{}'], 2],
    ['429 that says when, as a date', [status(429, { headers: late(-60) }), '{}'], 2],
    ['500 once', [status(500), '{}'], 2],
    ['503 that says when', [status(503, { headers: { 'retry-after': '0' } }), '{}'], 2],
    ['500 after 429', [status(429), status(500), status(429), '{}'], 4],
    ['a redirect within the server', [redirect('/v1/chat/completions'), '{}'], 2],
    [
      'a permanent one, whole',
      [
        (response, request) => redirect(`http://${request.headers.host}/v1/chat/completions`, 308)(response),
        '{}'
      ],
      2
    ]
  ]
  test.each(rows)('%s', async (_, replies, requests) => {
    const server = await serve(inTurn(...replies))
    expect((await (await connect(server)).answer(QUESTION)).text).toBe('{}')
    expect(server.requests).toHaveLength(requests)
    expect(new Set(server.requests.map(({ body: sent }) => JSON.stringify(sent))).size).toBe(1)
    expect(server.requests.every(({ headers }) => headers.authorization === `Bearer ${KEY}`)).toBe(true)
  })

  test.each([
    ['as long as it asks for', {}, 20],
    ['not beyond the limit of the call', { seconds: 5 }, 20],
    ['not beyond the limit of a wait', { limits: { waitMs: 1000 } }, 2]
  ])('after a wait, %s', async (_, options, seconds) => {
    const server = await serve(() => status(429, { headers: { 'retry-after': String(seconds) } }))
    const model = await connect(server, options)
    const controller = new AbortController()
    const outcome = model.answer(QUESTION, { signal: controller.signal })
    if (Object.keys(options).length > 0) expect((await failure(outcome)).fault).toBe('rate-limit')
    else {
      const reason = new Error('enough')
      const aborted = expect(outcome).rejects.toBe(reason)
      await expect.poll(() => model.facts?.().retries).toBe(1)
      controller.abort(reason)
      await aborted
    }
    expect(server.requests).toHaveLength(1)
  })

  test('the key is not sent to where a redirect leads', async () => {
    const elsewhere = await serve(() => '{}')
    const server = await serve(() => redirect(`${elsewhere.url}/chat/completions`))
    expect((await failure((await connect(server)).answer(QUESTION))).message).toContain(
      'the key is not sent on'
    )
    expect([...elsewhere.requests, ...elsewhere.visits]).toEqual([])
  })
})

describe('an abort', () => {
  test.each<[string, ChatScript]>([
    ['an answer that does not come', () => hang()],
    ['an answer that does not end', () => response => void response.writeHead(200).write('{')]
  ])('ends %s, on the server’s side too', async (_, script) => {
    const server = await serve(script)
    const model = await connect(server)
    const [controller, reason] = [new AbortController(), new Error('enough')]
    const outcome = expect(model.answer(QUESTION, { signal: controller.signal })).rejects.toBe(reason)
    await expect.poll(server.open).toBe(1)
    controller.abort(reason)
    await outcome
    await expect.poll(server.open).toBe(0)
  })

  test('is not needed by a release, which ends what is open', async () => {
    const server = await serve(() => hang())
    const model = await connect(server)
    const outcome = expect(model.answer(QUESTION)).rejects.toThrow(/granite at .* has been released/)
    await expect.poll(server.open).toBe(1)
    await model.release()
    await outcome
    await expect.poll(server.open).toBe(0)
  })
})
