import { expect, test } from 'vitest'
import { createGrammarBook } from '../../src/adapters/llama/create-grammar-book.ts'
import { faultOfSchema } from '../../src/adapters/llama/fault-of-schema.ts'
import { loadOnce } from '../../src/adapters/llama/load-once.ts'
import { planContext } from '../../src/adapters/llama/plan-context.ts'
import { planThreads } from '../../src/adapters/llama/plan-threads.ts'
import { samplingFor, toLlamaSeed } from '../../src/adapters/llama/sampling-for.ts'
import { WRITING_STEPS } from '../../src/domain/writer.ts'

const turns = {
  type: 'object',
  properties: {
    turns: {
      type: 'array',
      minItems: 1,
      maxItems: 8,
      items: {
        type: 'object',
        properties: {
          speaker: { type: 'string', enum: ['Ada', 'Ben'] },
          text: { type: 'string', minLength: 1 },
          claims: { type: 'array', items: { type: 'integer', enum: [1, 2] } },
          sure: { type: 'boolean' },
          style: { enum: ['calm', null] }
        },
        required: ['speaker', 'text', 'claims', 'sure', 'style'],
        additionalProperties: false
      }
    }
  },
  required: ['turns'],
  additionalProperties: false
}

test('a grammar can be made of a schema with all that answers are made of', () => {
  expect(faultOfSchema(turns)).toBeNull()
})

test.each<[unknown, RegExp]>([
  [{}, /^the schema has no type, enum or const$/],
  [{ type: 'date' }, /has the type "date": one of object, array, string/],
  [{ type: 'object', properties: {} }, /has no properties/],
  [{ type: 'object', properties: { a: { type: 'string', pattern: '^x' } } }, /^the schema\.a has "pattern"/],
  [{ type: 'array' }, /^the schema\[\] is no object$/],
  [{ type: 'array', items: { anyOf: [] } }, /^the schema\[\] has no type/],
  [{ type: 'string', enum: [] }, /empty enum/],
  [
    { type: 'object', properties: { a: { type: 'null' } }, additionalProperties: true },
    /lets other properties in/
  ]
])('no grammar can be made of %j', (schema, says) => {
  expect(faultOfSchema(schema)).toMatch(says)
})

test.each([
  [undefined, 1_048_576, 8192],
  [undefined, null, 8192],
  [undefined, 4096, 4096],
  [16_384, 4096, 4096],
  [3000, 4096, 2816],
  [256, null, 256]
])('asked for %s tokens of a model trained on %s, the context has %i', (asked, trained, tokens) => {
  expect(planContext(asked, trained)).toBe(tokens)
})

test.each([0, 255, 300.5, Number.NaN])('a context of %d tokens is refused', asked => {
  expect(() => planContext(asked, null)).toThrow(/give a whole number from 256 on/)
})

test.each([
  [3, 8, 8, 3],
  [undefined, 8, 16, 8],
  [undefined, 8, 8, 7],
  [undefined, 2, 2, 1],
  [undefined, 1, 1, 1]
])('asked for %s threads on %i cores with %i at hand, there are %i', (asked, cores, available, threads) => {
  expect(planThreads(asked, cores, available)).toBe(threads)
})

test('what is copied is sampled closer than what is said', () => {
  expect(WRITING_STEPS.map(step => [step, samplingFor(step).temperature])).toEqual([
    ['digest', 0.2],
    ['line-up', 0.2],
    ['dialogue', 0.7],
    ['frame', 0.7],
    ['repair', 0.7]
  ])
})

test.each([0, 7, 2 ** 32 - 1, 2 ** 40 + 3, -5])(
  'the seed %d becomes one of 32 bits that stands for no other',
  seed => {
    const llama = toLlamaSeed(seed)
    expect(Number.isInteger(llama) && llama >= 0 && llama < 0xffff_ffff).toBe(true)
    expect(toLlamaSeed(seed)).toBe(llama)
  }
)

test('what is loaded is loaded once, and again after a failure', async () => {
  const results = [() => Promise.reject(new Error('no')), async () => 1, async () => 2]
  const load = loadOnce<number>(() => (results.shift() ?? (async () => 3))())
  await expect(load()).rejects.toThrow('no')
  expect(await Promise.all([load(), load()])).toEqual([1, 1])
  expect(await load()).toBe(1)
})

test('a grammar that the engine refuses is refused in words', async () => {
  const book = createGrammarBook({ createGrammarForJsonSchema: () => Promise.reject(new Error('too deep')) })
  expect(await book.of(turns)).toEqual({ fault: 'the engine makes no grammar of it: too deep' })
})
