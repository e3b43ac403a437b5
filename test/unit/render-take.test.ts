import { describe, expect, test } from 'vitest'
import { createToneSpeech } from '../../src/adapters/tone/tone-speech.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { takeInfoSchema } from '../../src/domain/take.ts'
import { decodeWav } from '../../src/domain/wav.ts'
import type { Pcm, SpeechModel } from '../../src/stages/render/ports.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { planOf, playing, RATE_HZ, sound } from '../helpers/speech-doubles.ts'

const ONE = 'Three words here.'
/** What stays before and after a sentence; the edges of a sound are known to a frame of 10 ms. */
const GUARDS_MS = 50
const FRAME_MS = 10
const expectLength = (heardMs: number, ms: number) =>
  expect(Math.abs(heardMs - ms)).toBeLessThanOrEqual(FRAME_MS + 1)

const failureOf = async (running: Promise<unknown>): Promise<StageError> => {
  const error: unknown = await running.then(
    () => null,
    (reason: unknown) => reason
  )
  if (!(error instanceof StageError)) throw new Error(`expected a StageError, got ${String(error)}`)
  return error
}

describe('renderTake', () => {
  test('trims the silence around a sentence to a guard', async () => {
    const { info } = await renderTake(planOf(ONE), playing(sound([0.5, 0], [1, 0.3], [0.5, 0])))
    expectLength(info.durationMs, 1000 + GUARDS_MS)
    expect(info.spans).toEqual([{ text: ONE, startMs: 0, endMs: info.durationMs, pauses: [] }])
  })

  test.each([
    [0.5, 0.5],
    [0.6, 0.6],
    [0.7, 0.45],
    [3, 0.45]
  ])('a pause of %s s inside a sentence becomes %s s', async (pause, left) => {
    const { info } = await renderTake(planOf(ONE), playing(sound([0.5, 0.3], [pause, 0], [0.5, 0.3])))
    expectLength(info.durationMs, 1000 + left * 1000)
  })

  test.each([
    ['First part here.', 300],
    ['First part here!', 350],
    ['First part here?"', 350],
    ['First part here:', 300]
  ])('after %j comes a pause of %i ms, in the sound as in the spans', async (first, pauseMs) => {
    const { wav, info } = await renderTake(planOf(first, ONE), playing(sound([1, 0.3]), sound([1, 0.3])))
    const [a, b] = info.spans
    expect(b?.startMs).toBe((a?.endMs ?? 0) + pauseMs)
    expect(info.durationMs).toBe(b?.endMs)
    const { samples } = decodeWav(wav)
    expect(samples.length).toBe((info.durationMs * RATE_HZ) / 1000)
    const pause = samples.slice(((a?.endMs ?? 0) * RATE_HZ) / 1000, ((b?.startMs ?? 0) * RATE_HZ) / 1000)
    expect(pause.every(sample => sample === 0)).toBe(true)
  })

  test('the level is that of the speech, whatever the pauses', async () => {
    const plain = await renderTake(planOf(ONE), playing(sound([1, 0.2])))
    const paused = await renderTake(planOf(ONE), playing(sound([0.5, 0.2], [0.55, 0], [0.5, 0.2])))
    expect(plain.info.speechLevelDbfs).toBeCloseTo(20 * Math.log10(0.2 / Math.SQRT2), 0)
    expect(paused.info.speechLevelDbfs).toBeCloseTo(plain.info.speechLevelDbfs, 0)
  })

  test('a peak beyond full scale is turned down, not cut off', async () => {
    const { wav } = await renderTake(planOf(ONE), playing(sound([1, 1.6])))
    const peak = decodeWav(wav).samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0)
    expect(peak).toBeCloseTo(0.891, 2)
  })

  test('an offset is taken away', async () => {
    const lifted = { ...sound([1, 0.3]), samples: sound([1, 0.3]).samples.map(sample => sample + 0.2) }
    const { samples } = decodeWav((await renderTake(planOf(ONE), playing(lifted))).wav)
    const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length
    expect(Math.abs(mean)).toBeLessThan(0.005)
  })

  test('the take begins and ends without a click', async () => {
    const { samples } = decodeWav((await renderTake(planOf(ONE), playing(sound([1, 0.9])))).wav)
    expect([samples.at(0), samples.at(-1)]).toEqual([0, 0])
  })

  const flat: Pcm = {
    ...sound([1, 3]),
    samples: sound([1, 3]).samples.map(s => Math.max(-1, Math.min(1, s)))
  }
  const holed: Pcm = { ...sound([1, 0.3]), samples: sound([1, 0.3]).samples.fill(Number.NaN, 8000, 8001) }
  test.each([
    ['silence', sound([1, 0]), ONE, /is silent/],
    ['a whisper below hearing', sound([1, 0.0005]), ONE, /is silent/],
    ['nothing at all', sound(), ONE, /is empty/],
    ['a sample that is no number', holed, ONE, /no number, at 0\.50 s/],
    ['clipped sound', flat, ONE, /is clipped: \d+\.\d % of it/],
    ['too short a sound', sound([0.1, 0.3]), ONE, /lasts 0\.1\d s for 3 words: 0\.4 to 4\.0 s/],
    ['too long a sound', sound([9, 0.3]), ONE, /lasts 9\.\d\d s for 3 words/],
    ['half of a long sentence', sound([1, 0.3]), 'word '.repeat(20), /lasts 1\.\d\d s for 20 words/]
  ])(
    '%s is an error that names turn, voice and sentence, and is not tried again',
    async (_title, pcm, text, message) => {
      const error = await failureOf(renderTake(planOf(text), playing(pcm)))
      expect(error.message).toMatch(message)
      expect(error.message).toContain(`turn t01, said by v of playing-1: the sentence "${text.slice(0, 20)}`)
      expect(error).toMatchObject({ stage: 'render', retryable: false })
    }
  )

  test.each([
    ['Yes.', 0.3],
    ['Internationalisation.', 1.6],
    ['A I.', 0.35],
    ['N A T O and the E U.', 1.9]
  ])('%j in %s s is as it should be', async (text, seconds) => {
    const { info } = await renderTake(planOf(text), playing(sound([seconds, 0.3])))
    expect(info.spans.length).toBe(1)
  })

  test('sentences at different sample rates are an error', async () => {
    const other = { ...sound([1, 0.3]), sampleRateHz: 24_000 }
    const error = await failureOf(renderTake(planOf(ONE, ONE), playing(sound([1, 0.3]), other)))
    expect(error.message).toMatch(/24000 Hz after others at 16000 Hz/)
  })

  test('a model that fails is worth another try, and its reason is told', async () => {
    const error = await failureOf(renderTake(planOf(ONE), playing()))
    expect(error).toMatchObject({ retryable: true, cause: new Error('no sound is left') })
    expect(error.message).toBe('playing-1 could not say turn t01, "Three words here.": no sound is left')
  })

  test('an abort between two sentences stops the take with the reason given', async () => {
    const controller = new AbortController()
    const asked: string[] = []
    const speech: SpeechModel = {
      ...playing(),
      async render({ text }) {
        asked.push(text)
        controller.abort(new Error('enough'))
        return sound([1, 0.3])
      }
    }
    await expect(renderTake(planOf(ONE, ONE), speech, { signal: controller.signal })).rejects.toThrow(
      'enough'
    )
    expect(asked).toEqual([ONE])
  })

  test('the tone voice makes a take that is valid and the same each time', async () => {
    const plan = { ...planOf('The bridge is open, again.', 'It was shut for nine days.'), voice: 'low' }
    const [a, b] = [await renderTake(plan, createToneSpeech()), await renderTake(plan, createToneSpeech())]
    expect(takeInfoSchema.parse(a.info)).toEqual(b.info)
    expect(a.wav).toEqual(b.wav)
    expect(a.info.spans.map(({ text }) => text)).toEqual(plan.sentences.map(({ spoken }) => spoken))
  })
})
