import { describe, expect, test, vi } from 'vitest'
import { createToneSpeech } from '../../src/adapters/tone/tone-speech.ts'
import { countWords } from '../../src/domain/text.ts'
import type { Pace, Voice } from '../../src/domain/voice.ts'
import { createPaceFinder, type PaceBook } from '../../src/stages/render/find-pace.ts'
import { measurePace, paceOf, planTurns } from '../../src/stages/render/measure-pace.ts'
import { PACE_TURNS } from '../../src/stages/render/pace-text.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'

/** The tone voice, as slow or as fast as is wished. */
function humming(factor: number): SpeechModel {
  const tone = createToneSpeech()
  return { ...tone, render: (request, options) => tone.render({ ...request, speed: factor }, options) }
}

describe('paceOf', () => {
  const [turn] = planTurns(['One two three, four five six. Seven eight.'], 'v', { speechName: 'test' })
  if (turn === undefined) throw new Error('a turn was expected')

  test('counts printed words over all the time, syllables over the time without pauses', () => {
    const pace = paceOf([{ ...turn, info: { durationMs: 4000 } }])
    expect(pace.wordsPerMinute).toBe(120)
    const syllables = 1 + 1 + 1 + 1 + 1 + 1 + 2 + 1
    expect(pace.syllablesPerSecond).toBeCloseTo(syllables / (4 - 0.5 - 0.32), 6)
  })

  test('weighs turns by their length', () => {
    const long = { ...turn, info: { durationMs: 6000 } }
    expect(paceOf([{ ...turn, info: { durationMs: 2000 } }, long]).wordsPerMinute).toBe(120)
  })
})

describe('the text that a pace is measured on', () => {
  test('is short, and holds what news holds: numbers, money, percent, commas', () => {
    const text = PACE_TURNS.join(' ')
    expect(countWords(text)).toBeLessThanOrEqual(130)
    for (const part of [/\d,\d{3}/, /\d\.\d million dollars/, /%/, /, /]) expect(text).toMatch(part)
  })
})

describe('measurePace', () => {
  test('measures twice the pace of a voice that is twice as fast', async () => {
    const [slow, fast] = [await measurePace(humming(0.8), 'low'), await measurePace(humming(1.6), 'low')]
    expect(fast.wordsPerMinute / slow.wordsPerMinute).toBeGreaterThan(1.7)
    expect(fast.wordsPerMinute / slow.wordsPerMinute).toBeLessThan(2)
  })

  test.each([
    ['drags', 0.43],
    ['races', 2.4]
  ])('a voice that %s is a fault that says what can be right', async (_title, factor) => {
    await expect(measurePace(humming(factor), 'low')).rejects.toThrow(
      /^low of tone-1 says \d+ words a minute, and 80 to 320 can be right: /
    )
  })

  test('a voice that does not exist is a fault', async () => {
    await expect(measurePace(createToneSpeech(), 'nobody')).rejects.toThrow(/nobody/)
  })

  test('asks for no more turns after one has failed', async () => {
    const tone = createToneSpeech()
    const render = vi.fn<SpeechModel['render']>(async () => {
      throw new Error('broken')
    })
    await expect(measurePace({ ...tone, render }, 'low')).rejects.toThrow('broken')
    expect(render.mock.calls.length).toBeLessThanOrEqual(PACE_TURNS.length)
  })

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(measurePace(createToneSpeech(), 'low', { signal })).rejects.toThrow('enough')
  })

  test('a lexicon of phonemes reaches a model that reads them', async () => {
    const heard: string[] = []
    const model = (phonemes: boolean): SpeechModel => {
      const tone = createToneSpeech()
      return {
        ...tone,
        abilities: { ...tone.abilities, phonemes },
        render: (request, options) => {
          heard.push(request.text)
          return tone.render({ ...request, text: request.text.replace(/\[|\]\(.*?\)/g, '') }, options)
        }
      }
    }
    const lexicon = { harbour: '[harbour](/hˈɑːbə/)' }
    await measurePace(model(true), 'low', { lexicon })
    expect(heard.join(' ')).toContain('[harbour](/hˈɑːbə/)')
  })
})

describe('createPaceFinder', () => {
  const CARD: Pace = { wordsPerMinute: 150, syllablesPerSecond: 4.4 }
  const card = { id: 'low', model: 'flite', pace: CARD } as Voice
  const memoryBook = () => {
    const kept = new Map<string, Pace>()
    return {
      kept,
      book: {
        find: async (speech, voice) => kept.get(`${speech} ${voice}`) ?? null,
        keep: async (speech, voice, pace) => void kept.set(`${speech} ${voice}`, pace)
      } satisfies PaceBook
    }
  }
  const counted = (family: SpeechModel['family'] = 'tone') => {
    const tone = createToneSpeech()
    const render = vi.fn(tone.render)
    return { render, speech: { ...tone, family, render } satisfies SpeechModel }
  }

  test('takes the pace of the card where it has one, and renders nothing', async () => {
    const { render, speech } = counted('flite')
    expect(await createPaceFinder([card], memoryBook().book)(speech, 'low')).toEqual(CARD)
    expect(render).not.toHaveBeenCalled()
  })

  test('a card of another kind of model with the same name does not count', async () => {
    const { render, speech } = counted('kokoro')
    await createPaceFinder([card], memoryBook().book)(speech, 'low')
    expect(render).toHaveBeenCalled()
  })

  test('measures a voice once, also when two ask at the same time, and keeps it', async () => {
    const { render, speech } = counted()
    const { book, kept } = memoryBook()
    const notes: string[] = []
    const find = createPaceFinder([], book, text => notes.push(text))
    const [one, two] = await Promise.all([find(speech, 'low'), find(speech, 'low')])
    const calls = render.mock.calls.length
    expect([one, await find(speech, 'low')]).toEqual([two, two])
    expect(render.mock.calls.length).toBe(calls)
    expect([...kept.keys()]).toEqual(['tone-1 low'])
    expect(notes).toEqual(['measuring how fast low of tone-1 speaks; this is done once'])
  })

  test('what failed is measured again at the next asking', async () => {
    const { speech, render } = counted()
    render.mockRejectedValueOnce(new Error('no memory'))
    const find = createPaceFinder([], memoryBook().book)
    await expect(find(speech, 'low')).rejects.toThrow('no memory')
    expect((await find(speech, 'low')).wordsPerMinute).toBeGreaterThan(80)
  })
})
