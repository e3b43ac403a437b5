import { describe, expect, test } from 'vitest'
import { createToFault } from '../../src/adapters/chat-server/chat-fault.ts'
import { explainNetwork } from '../../src/adapters/chat-server/explain-network.ts'
import { firstHabits, nextHabits } from '../../src/adapters/chat-server/habits.ts'
import type { Habits } from '../../src/adapters/chat-server/habits.ts'
import { nameModels } from '../../src/adapters/chat-server/name-models.ts'
import { parseModels, writingModels } from '../../src/adapters/chat-server/parse-models.ts'
import { planAddress } from '../../src/adapters/chat-server/plan-address.ts'
import { parseRetryAfterMs, planRetry } from '../../src/adapters/chat-server/plan-retry.ts'
import type { Problem } from '../../src/adapters/chat-server/read-problem.ts'
import { GenerationError } from '../../src/stages/write/ports.ts'

const KEY = 'sk-secret-key'

describe('addresses', () => {
  test.each([
    ['http://localhost:11434', 'http://localhost:11434/v1/chat/completions'],
    ['http://localhost:11434/', 'http://localhost:11434/v1/chat/completions'],
    ['http://localhost:8080/v1', 'http://localhost:8080/v1/chat/completions'],
    ['http://localhost:8080/v1/#granite', 'http://localhost:8080/v1/chat/completions'],
    ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1/chat/completions'],
    ['https://x.openai.azure.com/openai/v1', 'https://x.openai.azure.com/openai/v1/chat/completions'],
    [
      'https://x.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-10-21',
      'https://x.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-10-21'
    ],
    ['https://api.perplexity.ai/chat/completions', 'https://api.perplexity.ai/chat/completions'],
    ['https://g.example/v1beta/openai/', 'https://g.example/v1beta/openai/chat/completions'],
    ['http://[::1]:8080/llm', 'http://[::1]:8080/llm/v1/chat/completions'],
    ['http://me:pa%3Ass@host/v1', 'http://host/v1/chat/completions']
  ])('%s is asked at %s', (url, expected) => {
    const { chat, models } = planAddress(url, undefined)
    expect(chat.href).toBe(expected)
    expect(models.href).toBe(expected.replace('/chat/completions', '/models'))
  })

  test.each([
    ['a key', 'https://host/v1', KEY, { authorization: `Bearer ${KEY}` }],
    ['a key with white space around it', 'https://host/v1', ` ${KEY}\n`, { authorization: `Bearer ${KEY}` }],
    ['no key', 'https://host/v1', '  ', {}],
    [
      'a key for Azure',
      'https://x.openai.azure.com/openai/v1',
      KEY,
      { authorization: `Bearer ${KEY}`, 'api-key': KEY }
    ],
    ['a look-alike of Azure', 'https://azure.com.evil.example', KEY, { authorization: `Bearer ${KEY}` }],
    ['a password', 'http://me:pa%3Ass@host', undefined, { authorization: 'Basic bWU6cGE6c3M=' }],
    [
      'a password that is badly written',
      'http://me:%zz@host',
      undefined,
      { authorization: 'Basic bWU6JXp6' }
    ],
    ['both', 'http://me:word@host', KEY, { authorization: `Bearer ${KEY}` }]
  ])('%s goes along as it should', (_, url, key, expected) => {
    const {
      accept,
      'accept-encoding': encoding,
      'user-agent': agent,
      ...rest
    } = planAddress(url, key).headers
    expect([accept, encoding, agent]).toEqual(['application/json', 'identity', 'duologue'])
    expect(rest).toEqual(expected)
  })

  test.each(['', 'localhost:11434', 'ftp://host', 'granite', 'file:///etc/passwd', '//me:word@host'])(
    '%j is no address',
    url => {
      const plan = () => planAddress(url, KEY)
      expect(plan).toThrow(GenerationError)
      expect(plan).toThrow(/is no address of a language model's server: write http:\/\/host:port\/v1/)
      expect(plan).not.toThrow(/word/)
    }
  )
})

describe('habits', () => {
  test.each<[model: string, host: string, ollama: boolean, thinking: Habits['thinking']]>([
    ['granite', 'localhost:8080', false, 'template'],
    ['qwen3', 'localhost:11434', true, 'effort none'],
    ['qwen/qwen3', 'openrouter.ai', false, 'router'],
    ['gpt-4o-mini', 'api.openai.com', false, 'none'],
    ['gpt-5-mini', 'api.openai.com', false, 'effort none'],
    ['o4-mini', 'x.openai.azure.com', false, 'effort none'],
    ['gpt-5-mini', 'openai.com.example', false, 'template']
  ])('%s at %s (Ollama: %s) begins with thinking: %s', (model, host, ollama, thinking) => {
    expect(firstHabits({ model, host, ollama })).toEqual({
      limit: 'max_tokens',
      format: 'json_schema',
      system: 'message',
      temperature: true,
      seed: true,
      thinking
    })
  })

  const first = firstHabits({ model: 'm', host: 'host', ollama: false })
  const problem = (said: string, more: Partial<Problem> = {}): Problem => ({
    status: 400,
    retryAfter: undefined,
    said,
    code: '',
    param: '',
    text: said,
    ...more
  })
  const rows: [title: string, problem: Problem, change: Partial<Habits> | null][] = [
    [
      'OpenAI on max_tokens',
      problem(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        { param: 'max_tokens' }
      ),
      { limit: 'max_completion_tokens' }
    ],
    [
      'OpenAI on temperature',
      problem(
        "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported."
      ),
      { temperature: false }
    ],
    [
      'a server without seed',
      problem('seed: Extra inputs are not permitted', { status: 422 }),
      { seed: false }
    ],
    [
      'Azure on an argument',
      problem('Unrecognized request argument supplied: chat_template_kwargs'),
      { thinking: 'none' }
    ],
    [
      'vLLM with a Mistral tokenizer',
      problem('chat_template is not supported for Mistral tokenizers.'),
      { thinking: 'none' }
    ],
    [
      'DeepSeek on the format',
      problem('This response_format type is unavailable now'),
      { format: 'json_object' }
    ],
    [
      'Groq on the format',
      problem('This model does not support response format `json_schema`'),
      { format: 'json_object' }
    ],
    [
      'llama-server on the schema',
      problem('Failed to initialize samplers: failed to parse grammar', { status: 500 }),
      { format: 'json_object' }
    ],
    ['Gemma’s template', problem('System role not supported'), { system: 'user' }],
    [
      'a template that wants turns',
      problem('Conversation roles must alternate user/assistant'),
      { system: 'user' }
    ],
    [
      'the field that is named before those that are only mentioned',
      problem('temperature, seed and max_tokens were read; this is unknown', { param: 'response_format' }),
      { format: 'json_object' }
    ],
    ['something else', problem('Bad Request'), null],
    ['a failure', problem('temperature of the GPU is too high', { status: 500 }), null],
    ['another status', problem('seed', { status: 404 }), null]
  ]
  test.each(rows)('%s', (_, refusal, change) => {
    expect(nextHabits(first, refusal)).toEqual(change === null ? null : { ...first, ...change })
  })

  test('end where there is nothing left to leave out', () => {
    const refused = problem('temperature seed max_tokens response_format reasoning "system"')
    const seen: Habits[] = [{ ...first, thinking: 'effort none' }]
    for (let habits = seen[0]; habits;) {
      const next = nextHabits(habits, refused)
      if (next === null) break
      seen.push(next)
      habits = next
    }
    expect(seen).toHaveLength(10)
    expect(seen.at(-1)).toEqual({
      limit: 'max_completion_tokens',
      format: 'none',
      system: 'user',
      temperature: false,
      seed: false,
      thinking: 'none'
    })
  })
})

describe('another try', () => {
  const NOW = Date.parse('2026-11-22T06:00:00Z')
  test.each([
    ['20', 20_000],
    [' 0 ', 0],
    ['1.5', 1500],
    ['Sun, 22 Nov 2026 06:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 05:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['', null],
    [undefined, null]
  ])('Retry-After: %s is %s ms', (text, expected) => {
    expect(parseRetryAfterMs(text, NOW)).toBe(expected)
  })

  const none = { limited: 0, failed: 0 }
  test.each([
    ['429', { status: 429 }, none, { kind: 'limited', waitMs: 1000 }],
    ['429 the second time', { status: 429 }, { limited: 1, failed: 0 }, { kind: 'limited', waitMs: 2000 }],
    ['429 the third time', { status: 429 }, { limited: 2, failed: 0 }, null],
    ['429 that says when', { status: 429, retryAfter: '7' }, none, { kind: 'limited', waitMs: 7000 }],
    ['429 for too long', { status: 429, retryAfter: '61' }, none, null],
    ['429 for money', { status: 429, code: 'insufficient_quota' }, none, null],
    ['402', { status: 402 }, none, null],
    ['500', { status: 500 }, none, { kind: 'failed', waitMs: 1000 }],
    ['503 that says when', { status: 503, retryAfter: '3' }, none, { kind: 'failed', waitMs: 3000 }],
    ['500 the second time', { status: 500 }, { limited: 0, failed: 1 }, null],
    ['500 after 429', { status: 500 }, { limited: 2, failed: 0 }, { kind: 'failed', waitMs: 1000 }],
    ['400', { status: 400 }, none, null]
  ])('%s', (_, problem, tried, expected) => {
    const whole: Problem = { retryAfter: undefined, said: '', code: '', param: '', text: '', ...problem }
    expect(planRetry(whole, tried, { pauseMs: 1000, mostMs: 60_000, nowMs: NOW })).toEqual(expected)
  })
})

describe('models', () => {
  test.each([
    ['OpenAI’s list', { object: 'list', data: [{ id: 'a', owned_by: 'system' }] }, [['a', 'system', null]]],
    ['vLLM', { data: [{ id: 'a', owned_by: 'vllm', max_model_len: 32768 }] }, [['a', 'vllm', 32768]]],
    ['OpenRouter', { data: [{ id: 'a/b', context_length: 131072 }] }, [['a/b', '', 131072]]],
    ['a count that is text', { data: [{ id: 'a', context_window: '8192' }] }, [['a', '', 8192]]],
    ['a count that is none', { data: [{ id: 'a', max_model_len: -1 }] }, [['a', '', null]]],
    ['Ollama without a model', { object: 'list', data: null }, []],
    [
      'entries that have no name',
      { data: [{ id: 7 }, null, { id: '' }, { id: 'a\nb' }, { id: 'a' }] },
      [['a', '', null]]
    ],
    ['no list', { models: 'none' }, null],
    ['nothing', undefined, null]
  ])('%s', (_, listed, expected) => {
    const models = parseModels(listed)
    expect(models?.map(({ id, owner, contextTokens }) => [id, owner, contextTokens]) ?? null).toEqual(
      expected
    )
  })

  test('those that cannot write are left out', () => {
    const models = ['granite', 'text-embedding-nomic', 'bge-m3', 'whisper-1', 'tts-1', 'Qwen3-Reranker']
    expect(writingModels(models.map(id => ({ id, owner: '', contextTokens: null })))).toEqual(['granite'])
  })

  test('of many, those are named first that are like the one that was wanted', () => {
    const models = [...Array.from({ length: 20 }, (_, i) => `m${i}`), 'Granite4:small', 'granite4:tiny-h']
    expect(nameModels(models, 'granite4')).toMatch(/^Granite4:small, granite4:tiny-h, m0, .* and 10 more$/)
    expect(nameModels(['a', 'b'])).toBe('a, b')
  })
})

describe('what the network says', () => {
  const toFault = createToFault('m at host')
  const coded = (code: string): Error => Object.assign(new Error(`connect to ${KEY}`), { code })
  test.each([
    ['ENOTFOUND', false, 'unreachable', /^m at host cannot be found: no server has this name/],
    ['EAI_AGAIN', false, 'unreachable', /cannot be found just now/],
    ['ECONNREFUSED', false, 'unreachable', /refused the connection: is it running there\?$/],
    ['ECONNRESET', false, 'unreachable', /closed the connection before it answered/],
    ['ECONNRESET', true, 'cut-off', /broke the connection off in the middle of its answer/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', false, 'unreachable', /certificate .* not valid \(DEPTH_ZERO/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', false, 'unreachable', /certificate/],
    ['HPE_INVALID_CONSTANT', false, 'unreachable', /does not speak HTTP/],
    ['ERR_INVALID_CHAR', false, 'rejected', /key in DUOLOGUE_WRITER_KEY holds a character/],
    ['EWHATEVER', false, 'unreachable', /could not be asked \(EWHATEVER\)/]
  ])('%s, answering: %s', (code, answering, fault, message) => {
    for (const thrown of [coded(code), new AggregateError([coded(code)])]) {
      const error = explainNetwork(thrown, answering, toFault)
      expect(error).toMatchObject({ name: 'GenerationError', fault })
      expect(error.message).toMatch(message)
      expect(error.message).not.toContain(KEY)
    }
  })
})
