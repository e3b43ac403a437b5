import { describe, expect, test } from 'vitest'
import type { Voice } from '../../src/domain/voice.ts'
import { buildShelf, type InstalledSpeech } from '../../src/stages/render/build-shelf.ts'

const card = (id: string, model: Voice['model'], pace?: Voice['pace']): Voice => ({
  id,
  name: 'Name',
  model,
  language: 'en-us',
  accent: 'US English',
  gender: 'female',
  sampleRateHz: 24_000,
  ...(pace === undefined ? {} : { pace }),
  licence: 'none needed',
  sha256: null,
  sample: 'Good morning.'
})

const installed = (
  speech: string,
  family: InstalledSpeech['model']['family'],
  voices: string[]
): InstalledSpeech => ({
  speech,
  model: {
    family,
    name: `${speech}-model`,
    voices,
    abilities: { phonemes: true, styles: 'voice', blends: false, repeats: true }
  }
})

const PACE = { wordsPerMinute: 170, syllablesPerSecond: 4.9 }
const CARDS = [card('slt', 'flite', PACE), card('af_heart', 'kokoro'), card('af_bella', 'kokoro')]
const shelfOf = (speeches: InstalledSpeech[], cards = CARDS) =>
  buildShelf({
    cards,
    installed: speeches,
    wayToGet: ({ model }) => (model === 'kokoro' ? 'duologue models pull kokoro' : null),
    paceOf: async (speech, voice) =>
      speech === 'kokoro:q8-model' && voice === 'af_heart' ? { ...PACE, wordsPerMinute: 165 } : null
  })

describe('buildShelf', () => {
  test('says of a voice that is not installed how to get it, and what its kind can do', async () => {
    const [, heart] = await shelfOf([])
    expect(heart).toEqual({
      voice: CARDS[1],
      installed: false,
      speech: null,
      how: 'duologue models pull kokoro',
      abilities: { phonemes: true, styles: 'voice', blends: true },
      pace: null
    })
  })

  test('says of an installed voice what speaks with it, what that model can do, and the pace that was measured', async () => {
    const [, heart, bella] = await shelfOf([
      installed('kokoro:q8', 'kokoro', ['af_heart']),
      installed('kokoro', 'kokoro', ['af_heart'])
    ])
    expect(heart).toMatchObject({
      installed: true,
      speech: 'kokoro:q8',
      how: null,
      abilities: { blends: false },
      pace: { wordsPerMinute: 165 }
    })
    expect(bella).toMatchObject({ installed: false, how: 'duologue models pull kokoro' })
  })

  test('the pace of a card is told, installed or not', async () => {
    expect((await shelfOf([]))[0]?.pace).toEqual(PACE)
  })

  test('lists the voices of an installed model that have no card, each once', async () => {
    const shelf = await shelfOf([
      installed('piper', 'piper', ['slt', 'my_voice']),
      installed('piper:my_voice', 'piper', ['my_voice'])
    ])
    expect(shelf.slice(CARDS.length).map(({ voice, speech }) => [voice, speech])).toEqual([
      [{ id: 'slt', model: 'piper' }, 'piper'],
      [{ id: 'my_voice', model: 'piper' }, 'piper']
    ])
  })

  test('a model of tones has no voices to list', async () => {
    expect(await shelfOf([installed('tone', 'tone', ['low', 'high'])])).toHaveLength(CARDS.length)
  })
})
