import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GenerationError } from '../../src/stages/write/ports.ts'
import type { Answer, LanguageModel, Question } from '../../src/stages/write/ports.ts'

const SCHEMA = {
  type: 'object',
  properties: { open: { type: 'string', enum: ['yes', 'no'] } },
  required: ['open'],
  additionalProperties: false
}
const WORDS = Array.from({ length: 100 }, (_, i) => `word_${i + 1}`)
const WORDS_SCHEMA = {
  type: 'object',
  properties: Object.fromEntries(WORDS.map(name => [name, { type: 'string' }])),
  required: WORDS,
  additionalProperties: false
}

const SHORT: Question = {
  step: 'digest',
  system: 'You read news items. Answer in JSON.',
  prompt: 'The bridge was opened again on Tuesday. Is it open?',
  schema: SCHEMA,
  mostTokens: 64,
  seed: 7
}
/** Nobody is done with it before it is aborted: its keys alone take hundreds of tokens. */
const longQuestion = ({ contextTokens }: LanguageModel): Question => ({
  ...SHORT,
  prompt: 'Give a hundred different words for the weather.',
  schema: WORDS_SCHEMA,
  mostTokens: Math.min(1500, Math.floor((contextTokens ?? 3000) / 2))
})

export interface LanguageModelTraits {
  /** Does the same seed give the same answer? */
  repeats?: boolean
  /** Is an answer that ended sure to fit its schema? */
  holdsSchema?: boolean
  /** How long the long question may run before it is aborted in the middle. */
  abortAfterMs?: number
  /** For models that take their time. */
  timeoutMs?: number
}

const liveThreads = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind === 'Worker' || kind === 'MessagePort').length

/** What every language model must do; `create` gives a new one. */
export function describeLanguageModel(
  title: string,
  create: () => LanguageModel | Promise<LanguageModel>,
  { repeats = false, holdsSchema = true, abortAfterMs = 50, timeoutMs = 60_000 }: LanguageModelTraits = {}
): void {
  describe(`${title} as a language model`, { timeout: timeoutMs }, () => {
    let model: LanguageModel

    beforeAll(async () => void (model = await create()), timeoutMs)
    afterAll(() => model.release(), timeoutMs)

    const expectSound = (answer: Answer, { mostTokens }: Question): void => {
      expect(answer.text.trim()).not.toBe('')
      expect(answer.promptTokens).toBeGreaterThan(0)
      expect(answer.answerTokens).toBeGreaterThan(0)
      expect(answer.answerTokens).toBeLessThanOrEqual(mostTokens)
      expect(Number.isInteger(answer.promptTokens) && Number.isInteger(answer.answerTokens)).toBe(true)
      expect(answer.seconds).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(answer.seconds)).toBe(true)
    }

    test('has a name, and knows how much it can read or says that it does not', () => {
      expect(model.name.trim()).not.toBe('')
      expect(model.contextTokens === null || model.contextTokens > SHORT.mostTokens).toBe(true)
    })

    test('answers with text, counts its tokens, and takes its time', async () => {
      expectSound(await model.answer(SHORT), SHORT)
    })

    test('ends by itself with an answer of the shape that was asked for', async () => {
      const answer = await model.answer(SHORT)
      if (!holdsSchema) return expect(typeof answer.ended).toBe('boolean')
      expect(answer.ended).toBe(true)
      expect(JSON.parse(answer.text)).toEqual({ open: expect.stringMatching(/^(?:yes|no)$/) as string })
    })

    test('says so where the answer was cut off at its most tokens', async () => {
      const short = { ...longQuestion(model), mostTokens: 4 }
      const answer = await model.answer(short)
      expectSound(answer, short)
      expect(answer.ended).toBe(false)
    })

    test('gives the same answer for the same seed, if it says that it can', async () => {
      const [one, other] = [await model.answer(SHORT), await model.answer(SHORT)]
      if (repeats) expect(one.text).toBe(other.text)
      else expectSound(other, SHORT)
    })

    test('answers two questions at once', async () => {
      const other = { ...SHORT, prompt: 'The bridge was closed on Monday. Is it open?' }
      const answers = await Promise.all([model.answer(SHORT), model.answer(other)])
      for (const answer of answers) expectSound(answer, SHORT)
      if (repeats) expect(answers[0].text).toBe((await model.answer(SHORT)).text)
    })

    test('rejects a question that was aborted before it was asked', async () => {
      const reason = new Error('enough')
      await expect(model.answer(SHORT, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    })

    test.each([
      ['at once', 0],
      ['in the middle', abortAfterMs]
    ])('rejects a question that is aborted %s, and can answer after that', async (_, afterMs) => {
      const [controller, reason] = [new AbortController(), new Error('enough')]
      const outcome = expect(model.answer(longQuestion(model), { signal: controller.signal })).rejects.toBe(
        reason
      )
      if (afterMs > 0) await sleep(afterMs)
      controller.abort(reason)
      await outcome
      expectSound(await model.answer(SHORT), SHORT)
    })

    test('lets one question go on when the other is aborted', async () => {
      const controller = new AbortController()
      const aborted = expect(
        model.answer(longQuestion(model), { signal: controller.signal })
      ).rejects.toThrow('enough')
      const other = model.answer(SHORT)
      controller.abort(new Error('enough'))
      await aborted
      expectSound(await other, SHORT)
    })

    test('says that a question is too long, where it knows how much it can read', async () => {
      if (model.contextTokens === null) return
      const long = { ...SHORT, prompt: 'The bridge is open again. '.repeat(model.contextTokens) }
      const error: unknown = await model.answer(long).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(GenerationError)
      expect(error).toMatchObject({ fault: 'too-long' })
      expect((error as GenerationError).message).toContain(String(model.contextTokens))
      expectSound(await model.answer(SHORT), SHORT)
    })

    test('tells facts that can be written down, if it tells any', () => {
      const facts = model.facts?.() ?? {}
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
    })

    test('answers nothing after its release, which may be asked for twice and leaves no thread', async () => {
      const threadsBefore = liveThreads()
      const another = await create()
      await another.answer(SHORT)
      await another.release()
      await another.release()
      await expect(another.answer(SHORT)).rejects.toThrow(/released/)
      await expect.poll(liveThreads).toBeLessThanOrEqual(threadsBefore)
    })

    test('ends what it is answering when it is released', async () => {
      const another = await create()
      const outcome = expect(another.answer(longQuestion(another))).rejects.toThrow(/released/)
      await another.release()
      await outcome
    })
  })
}
