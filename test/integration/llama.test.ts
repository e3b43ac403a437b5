import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLlamaModel } from '../../src/adapters/llama/create-llama-model.ts'
import { LlamaFileError } from '../../src/adapters/llama/llama-file-error.ts'
import type { LanguageModel, Question } from '../../src/stages/write/ports.ts'
import { describeLanguageModel } from '../contracts/language-model.ts'
import { hasStandIns, moeStandIn, NO_STAND_INS } from '../helpers/stand-in-models.ts'

const SCHEMA = {
  type: 'object',
  properties: {
    turns: {
      type: 'array',
      minItems: 3,
      maxItems: 6,
      items: {
        type: 'object',
        properties: { speaker: { type: 'string', enum: ['Ada', 'Ben'] }, text: { type: 'string' } },
        required: ['speaker', 'text'],
        additionalProperties: false
      }
    }
  },
  required: ['turns'],
  additionalProperties: false
}
const QUESTION: Question = {
  step: 'dialogue',
  system: 'You write for two hosts.',
  prompt: 'Write a short dialogue between Ada and Ben about rivers.',
  schema: SCHEMA,
  mostTokens: 600,
  seed: 3
}

describe.skipIf(!hasStandIns)(`llama.cpp${NO_STAND_INS}`, () => {
  let path: string
  let folder: string
  let model: LanguageModel
  const notes: string[] = []

  beforeAll(async () => {
    path = await moeStandIn()
    folder = await mkdtemp(join(tmpdir(), 'llama-'))
    model = await createLlamaModel({ path, name: 'moe', threads: 1, onNote: note => notes.push(note) })
  })
  afterAll(async () => {
    await model.release()
    await rm(folder, { recursive: true, force: true })
  })

  describeLanguageModel('The stand-in', () => createLlamaModel({ path, name: 'moe', threads: 1 }), {
    repeats: true,
    abortAfterMs: 1500
  })

  test('turns are JSON with the speakers that may speak, and what they cost is counted', async () => {
    const answer = await model.answer(QUESTION)
    expect(answer.ended).toBe(true)
    const { turns } = JSON.parse(answer.text) as { turns: { speaker: string; text: string }[] }
    expect(turns.length).toBeGreaterThanOrEqual(3)
    expect(turns.length).toBeLessThanOrEqual(6)
    for (const { speaker, text } of turns) {
      expect(['Ada', 'Ben']).toContain(speaker)
      expect(typeof text).toBe('string')
    }
    const longer = await model.answer({ ...QUESTION, prompt: `${QUESTION.prompt} Rivers, rivers, rivers.` })
    expect(longer.promptTokens).toBeGreaterThan(answer.promptTokens)
    expect(answer.answerTokens).toBeGreaterThan(turns.length * 5)
    expect(answer.answerTokens).toBeLessThan(answer.text.length)
    expect(answer.seconds).toBeGreaterThan(0)
    expect(notes).toEqual([])
  })

  test('the same seed says the same after other questions, another seed something else', async () => {
    const [one, other, again] = [
      await model.answer(QUESTION),
      await model.answer({ ...QUESTION, seed: 4 }),
      await model.answer(QUESTION)
    ]
    expect(again.text).toBe(one.text)
    expect(again.answerTokens).toBe(one.answerTokens)
    expect(other.text).not.toBe(one.text)
  })

  test('an answer is cut at its most tokens, to the token', async () => {
    const answer = await model.answer({ ...QUESTION, mostTokens: 20 })
    expect(answer).toMatchObject({ ended: false, answerTokens: 20 })
  })

  test('a long question is given up while it is read, and the next one is answered', async () => {
    const long = { ...QUESTION, prompt: 'Rivers change the land. '.repeat(700) }
    const giveUp = new AbortController()
    const outcome = expect(model.answer(long, { signal: giveUp.signal })).rejects.toThrow('enough')
    setTimeout(() => giveUp.abort(new Error('enough')), 100)
    await outcome
    expect((await model.answer({ ...QUESTION, mostTokens: 5 })).answerTokens).toBe(5)
  })

  test('a question with its answer has to fit; what does not is told with all the numbers', async () => {
    const { promptTokens } = await model.answer({ ...QUESTION, mostTokens: 1 })
    const most = 8192 - promptTokens
    expect((await model.answer({ ...QUESTION, mostTokens: most })).ended).toBe(true)
    await expect(model.answer({ ...QUESTION, mostTokens: most + 1 })).rejects.toMatchObject({
      fault: 'too-long',
      message: expect.stringMatching(
        new RegExp(`moe reads 8192 tokens in all, .* has ${promptTokens} with an answer of up to ${most + 1}`)
      ) as string
    })
  })

  test('a schema that cannot be held to is refused, and why is said', async () => {
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: 'x' } } }
    await expect(model.answer({ ...QUESTION, schema })).rejects.toMatchObject({
      fault: 'rejected',
      message:
        'moe cannot be held to the schema of the question: the schema.a has "pattern", which a grammar cannot hold'
    })
  })

  test('it tells what it is and what it took', () => {
    expect(model.facts?.()).toMatchObject({
      contextTokens: 8192,
      architecture: 'qwen3moe',
      parameters: 6_826_752,
      threads: 1
    })
    expect(model.facts?.().peakMemoryMb).toBeGreaterThan(50)
  })

  test('asked for the GPU, it answers on what there is', async () => {
    const fast = await createLlamaModel({ path, name: 'fast', gpu: true })
    try {
      expect((await fast.answer(QUESTION)).answerTokens).toBeGreaterThan(0)
      expect(fast.facts?.().device).toMatch(/^(?:cpu|metal|cuda|vulkan)$/)
    } finally {
      await fast.release()
    }
  })

  test('a shorter context is kept to', async () => {
    const short = await createLlamaModel({ path, name: 'short', threads: 1, contextTokens: 512 })
    try {
      expect(short.contextTokens).toBe(512)
      await expect(short.answer(QUESTION)).rejects.toMatchObject({ fault: 'too-long' })
      expect((await short.answer({ ...QUESTION, mostTokens: 50 })).answerTokens).toBe(50)
    } finally {
      await short.release()
    }
  })

  test.each([0.0001, 0.001, 0.1, 0.5, 0.9999])(
    'a file that ends after %d of it is refused before it is loaded',
    async share => {
      const whole = await readFile(path)
      const cut = join(folder, 'cut.gguf')
      await writeFile(cut, whole.subarray(0, Math.floor(whole.length * share)))
      const error: unknown = await createLlamaModel({ path: cut, name: 'cut' }).catch(
        (reason: unknown) => reason
      )
      expect(error).toBeInstanceOf(LlamaFileError)
      expect((error as Error).message).toMatch(/is cut short.*get the file again/)
    }
  )

  /** The same file with a number of its header changed. */
  const changed = async (key: string, value: number): Promise<string> => {
    const bytes = await readFile(path)
    bytes.writeUInt32LE(value, bytes.indexOf(key) + key.length + 4)
    const file = join(folder, `${key}.gguf`)
    await writeFile(file, bytes)
    return file
  }

  test('a file whose tensors do not fit its header is refused when it is asked, each time', async () => {
    const broken = await createLlamaModel({
      path: await changed('block_count', 5),
      name: 'broken',
      threads: 1
    })
    try {
      for (let i = 0; i < 2; i++) {
        const error: unknown = await broken.answer(QUESTION).catch((reason: unknown) => reason)
        expect(error).toBeInstanceOf(LlamaFileError)
        expect((error as Error).message).toMatch(/is damaged: .*tensor.*get the file again/)
      }
    } finally {
      await broken.release()
    }
  })

  test('weights that make no numbers fail the question and not the process', async () => {
    const { text } = await model.answer(QUESTION)
    const wild = await createLlamaModel({ path: await changed('freq_base', 0), name: 'wild', threads: 1 })
    try {
      for (let i = 0; i < 2; i++)
        await expect(wild.answer(QUESTION)).rejects.toMatchObject({
          fault: 'server-error',
          message: expect.stringMatching(
            /wild failed \(.*\): if it does so again, get its file again/
          ) as string
        })
      expect((await model.answer(QUESTION)).text).toBe(text)
    } finally {
      await wild.release()
    }
  })

  test('two models answer beside each other, and one goes on when the other is released', async () => {
    const other = await createLlamaModel({ path, name: 'other', threads: 1 })
    const [one, two] = await Promise.all([model.answer(QUESTION), other.answer(QUESTION)])
    expect(two.text).toBe(one.text)
    await other.release()
    expect((await model.answer(QUESTION)).text).toBe(one.text)
  })

  const run = (end: string) =>
    promisify(execFile)(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        `
        const { createLlamaModel } = await import('${new URL('../../src/adapters/llama/create-llama-model.ts', import.meta.url).href}')
        const model = await createLlamaModel({ path: process.argv[1], name: 'moe', threads: 1 })
        const question = ${JSON.stringify(QUESTION)}
        ${end}`,
        path
      ],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), timeout: 50_000 }
    )

  test('a process that released it ends by itself, and prints no warning', async () => {
    const { stdout, stderr } = await run(`
      const { ended } = await model.answer(question)
      await model.release()
      console.log(ended)`)
    expect({ stdout, stderr }).toEqual({ stdout: 'true\n', stderr: '' })
  })

  test('a process that forgot to release it ends by itself too', async () => {
    expect((await run('console.log((await model.answer(question)).ended)')).stdout).toBe('true\n')
  })

  test.each([700, 1600, 2200])('a process that exits %i ms into an answer does not crash', async ms => {
    const { stdout, stderr } = await run(`
      model.answer({ ...question, prompt: question.prompt.repeat(300) }).catch(() => {})
      setTimeout(() => { console.log('bye'); process.exit(0) }, ${ms})`)
    expect({ stdout, stderr }).toEqual({ stdout: 'bye\n', stderr: '' })
  })
})
