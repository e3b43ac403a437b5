import { afterAll, describe, expect, test } from 'vitest'
import { createSoundDesk } from '../../src/adapters/sound-desk/create-sound-desk.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { planOf, sound, speaking } from '../helpers/speech-doubles.ts'

const SENTENCES = ['One is here.', 'Two are here.', 'Three are here.']
const soundOf = (text: string) => sound([0.2, 0], [1 + SENTENCES.indexOf(text) / 10, 0.3], [0.3, 0])

describe('the sound desk', () => {
  const desk = createSoundDesk()
  afterAll(() => desk.release())
  const speech = speaking(({ text }) => soundOf(text), { parallel: 3 })

  test('gives the take that is made on the thread of the caller, byte for byte', async () => {
    const plan = planOf(...SENTENCES)
    expect(await renderTake(plan, speech, { desk })).toEqual(await renderTake(plan, speech))
  })

  test('works on several takes at once', async () => {
    const plans = SENTENCES.map(sentence => planOf(sentence))
    const there = await Promise.all(plans.map(plan => renderTake(plan, speech, { desk })))
    const here = await Promise.all(plans.map(plan => renderTake(plan, speech)))
    expect(there).toEqual(here)
  })

  test('tells what is wrong with a sound as a failure of the render stage', async () => {
    const silent = speaking(() => sound([1, 0]))
    await expect(renderTake(planOf('One is here.'), silent, { desk })).rejects.toMatchObject({
      name: 'StageError',
      message: expect.stringContaining('the sentence "One is here." is silent') as string
    })
  })

  test('takes the samples away, and gives back sound of its own', async () => {
    const raw = soundOf('One is here.')
    const shaped = await desk.shape(raw, { spoken: ['One is here.'], speed: 1, pauseFactor: 1 })
    expect(raw.samples.length).toBe(0)
    expect(shaped).toMatchObject({ sentences: [{ spoken: 'One is here.' }] })
  })

  test('may be released twice, and starts again where it is asked again', async () => {
    const other = createSoundDesk()
    await other.finish([], { sampleRateHz: 24_000, gainDb: 0 })
    await other.release()
    await other.release()
    expect((await other.finish([], { sampleRateHz: 24_000, gainDb: 0 })).info.durationMs).toBe(0)
    await other.release()
  })
})
