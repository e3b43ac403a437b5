import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPiperSpeech } from '../../src/adapters/onnx/create-piper-speech.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import { testSpeechModel } from '../contracts/speech-model.ts'
import { hasStandIns, NO_STAND_INS, piperStandIn } from '../helpers/stand-in-models.ts'

describe.skipIf(!hasStandIns)(`Piper${NO_STAND_INS}`, () => {
  testSpeechModel(
    'a Piper voice of two speakers',
    async () => createPiperSpeech({ voices: await piperStandIn({ speakers: 2 }), workers: 2 }),
    { lengthTolerance: 0.4 }
  )
  testSpeechModel(
    'a Piper voice of one speaker',
    async () => createPiperSpeech({ voices: await piperStandIn(), workers: 1 }),
    { lengthTolerance: 0.4, leastVoices: 1 }
  )
})

describe.skipIf(!hasStandIns)(`two files of Piper${NO_STAND_INS}`, () => {
  let folder: string
  let piper: SpeechModel

  /** Without noise in its durations a voice always takes the same time. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duologue-piper-'))
    const withScales = async (id: string, lengthScale: number) => {
      const model = await piperStandIn()
      const config = join(folder, `${id}.onnx.json`)
      const inference = { noise_scale: 0.667, length_scale: lengthScale, noise_w: 0 }
      const written = JSON.parse(await readFile(`${model}.json`, 'utf8')) as object
      await writeFile(config, JSON.stringify({ ...written, inference }))
      return { id, model, config }
    }
    const voices = [await withScales('en_US-plain', 1), await withScales('en_US-slow', 1.5)]
    piper = await createPiperSpeech({ voices, workers: 1 })
  })
  afterAll(async () => {
    await piper.release()
    await rm(folder, { recursive: true, force: true })
  })
  const lengthOf = async (text: string, voice: string, speed = 1): Promise<number> =>
    (await piper.render({ text, voice, speed })).samples.length

  test('are two voices, named as they are told', () => {
    expect(piper.voices).toEqual(['en_US-plain', 'en_US-slow'])
    expect(piper.name).toMatch(/^piper-[0-9a-f]{12}$/)
    expect(piper.faultOfVoice('en_US-other')).toBe(
      'unknown voice "en_US-other": these Piper files have en_US-plain, en_US-slow'
    )
  })

  test('take the same time each time where their durations have no noise, as long as their files say', async () => {
    const text = 'The bridge is open again.'
    const plain = await lengthOf(text, 'en_US-plain')
    expect(await lengthOf(text, 'en_US-plain')).toBe(plain)
    expect(plain % 256).toBe(0)
    const slow = await lengthOf(text, 'en_US-slow')
    expect(slow / plain).toBeGreaterThan(1.3)
    expect(await lengthOf(text, 'en_US-slow', 1.5)).toBe(plain)
  })

  test('say several sentences with a pause between them', async () => {
    const [first, second] = ['The bridge is open again.', 'The ferries are full.']
    const both = await lengthOf(`${first} ${second}`, 'en_US-plain')
    const alone = (await lengthOf(first, 'en_US-plain')) + (await lengthOf(second, 'en_US-plain'))
    expect((both - alone) / 22_050).toBeGreaterThan(0.1)
    expect((both - alone) / 22_050).toBeLessThan(0.45)
  })
})
