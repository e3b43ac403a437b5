import { describe, expect, test } from 'vitest'
import { decodeWav } from '../../src/domain/wav.ts'
import { findBoundaries } from '../../src/stages/render/find-boundaries.ts'
import { planUtterances } from '../../src/stages/render/plan-utterances.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { overNoise, planOf, RATE_HZ, sound, soundAt, speaking } from '../helpers/speech-doubles.ts'

const sentencesOf = (...spoken: string[]) => planOf(...spoken).sentences
const LONG = 'The bridge is open again, nine days after a barge struck one of its piers.'
const filler = (length: number): string => `${'a'.repeat(length - 1)}.`

describe('planUtterances', () => {
  const group = (leastCharacters: number, ...spoken: string[]) =>
    planUtterances(sentencesOf(...spoken), { leastCharacters }).map(utterance =>
      utterance.map(sentence => sentence.spoken)
    )

  test('says each sentence alone where the model asks for no more', () => {
    expect(group(0, 'Yes.', 'No.', LONG)).toEqual([['Yes.'], ['No.'], [LONG]])
  })

  test.each<[string, string[], string[][]]>([
    ['a short one first goes with the next', ['Yes.', LONG], [['Yes.', LONG]]],
    ['a short one last goes with the one before', [LONG, 'Yes.'], [[LONG, 'Yes.']]],
    [
      'a short one between goes with the shorter neighbour',
      [LONG, 'Yes.', filler(60)],
      [[LONG], ['Yes.', filler(60)]]
    ],
    ['of two equal neighbours it goes with the next', [LONG, 'Yes.', LONG], [[LONG], ['Yes.', LONG]]],
    [
      'short ones go together until they are long enough',
      Array(4).fill(filler(20)),
      [Array(4).fill(filler(20))]
    ],
    ['a turn of one short one stays so', ['Yes.'], [['Yes.']]],
    ['long ones stay alone', [LONG, LONG], [[LONG], [LONG]]],
    ['nothing is nothing', [], []]
  ])('%s', (_title, spoken, groups) => {
    expect(group(50, ...spoken)).toEqual(groups)
  })

  test.each([
    [270, 9, 1],
    [270, 10, 2],
    [400, 9, 2]
  ])(
    'a sentence of %i and one of %i characters are %i calls: a call has 280 at most',
    (long, short, calls) => {
      expect(group(50, filler(long), filler(short)).length).toBe(calls)
    }
  )

  test('phonemes do not make a sentence long', () => {
    expect(group(30, '[Kyiv](/kˈiːɪvkˈiːɪvkˈiːɪv/) fell.', LONG).length).toBe(1)
  })

  test.each([0, 40, 100, 280])('keeps every sentence, in order, at least %i characters', least => {
    const all = ['Yes.', LONG, 'No.', 'Why?', LONG, LONG, filler(300), 'So.', LONG]
    expect(group(least, ...all).flat()).toEqual(all)
  })
})

/** Two sentences of four syllables each, and one of eight. */
const [FOUR, ALSO, EIGHT] = ['Nobody came.', 'Everyone left.', 'Nobody came, everyone left.']

describe('findBoundaries', () => {
  const FRAME_MS = 11
  const near = (boundaries: { fromMs: number; toMs: number }[], expected: [number, number][]) => {
    expect(boundaries.length).toBe(expected.length)
    expected.forEach(([fromMs, toMs], i) => {
      expect(Math.abs((boundaries[i]?.fromMs ?? NaN) - fromMs)).toBeLessThanOrEqual(FRAME_MS)
      expect(Math.abs((boundaries[i]?.toMs ?? NaN) - toMs)).toBeLessThanOrEqual(FRAME_MS)
    })
  }

  test('one sentence has none', () => {
    expect(findBoundaries(sound([1, 0.3], [0.4, 0], [1, 0.3]), [FOUR])).toEqual([])
  })

  test.each([16_000, 22_050, 24_000])('is the pause between two sentences, at %i Hz', rate => {
    near(findBoundaries(soundAt(rate, [1, 0.3], [0.4, 0], [1.1, 0.3]), [FOUR, ALSO]), [[1000, 1400]])
  })

  test('is found far into a long call without a drift, at 22050 Hz', () => {
    const long = soundAt(22_050, [12, 0.3], [0.4, 0], [12, 0.3])
    near(findBoundaries(long, [FOUR, ALSO]), [[12_000, 12_400]])
  })

  test('is not the comma that comes after it', () => {
    const pcm = sound([1.1, 0.3], [0.35, 0], [0.9, 0.3], [0.2, 0], [1, 0.3])
    near(findBoundaries(pcm, [FOUR, EIGHT]), [[1100, 1450]])
  })

  test('is not a nearer comma where the long pause is about as near', () => {
    const pcm = sound([0.8, 0.3], [0.2, 0], [0.4, 0.3], [0.45, 0], [1, 0.3])
    near(findBoundaries(pcm, [FOUR, ALSO]), [[1400, 1850]])
  })

  test('each of three sentences has its end', () => {
    const pcm = sound([1, 0.3], [0.3, 0], [2, 0.3], [0.3, 0], [1, 0.3])
    near(findBoundaries(pcm, [FOUR, EIGHT, ALSO]), [
      [1000, 1300],
      [3300, 3600]
    ])
  })

  test('a word alone has its end, though it takes longer than its syllable', () => {
    const pcm = sound([0.45, 0.3], [0.3, 0], [4, 0.3])
    near(findBoundaries(pcm, ['Yes.', `${EIGHT} ${EIGHT}`]), [[450, 750]])
  })

  test('a pause over the hum of a voice is one', () => {
    const pcm = overNoise(sound([1, 0.3], [0.4, 0], [1, 0.3]), 0.004)
    near(findBoundaries(pcm, [FOUR, ALSO]), [[1000, 1400]])
  })

  test('where nobody pauses it is where the syllables put it', () => {
    near(findBoundaries(sound([3, 0.3]), [FOUR, EIGHT]), [[1000, 1000]])
  })

  test('where the only pause is far off it is where the syllables put it, and the pause counts', () => {
    const pcm = sound([0.2, 0.3], [0.2, 0], [5.8, 0.3])
    near(findBoundaries(pcm, [EIGHT, FOUR, FOUR]), [
      [3200, 3200],
      [4700, 4700]
    ])
  })

  test('a comma far behind it is not taken for it, however long the sentences are', () => {
    const pcm = sound([13, 0.3], [0.2, 0], [5, 0.3])
    near(findBoundaries(pcm, [EIGHT, EIGHT]), [[9000, 9000]])
  })

  test('the ends come in the order of the sentences', () => {
    const texts = ['Yes.', 'No.', 'Why?', LONG]
    const ends = findBoundaries(sound([0.3, 0.3], [0.2, 0], [5, 0.3]), texts)
    expect(ends.map(({ fromMs }) => fromMs)).toEqual(ends.map(({ fromMs }) => fromMs).sort((a, b) => a - b))
  })
})

describe('sentences said in one call', () => {
  const render = (leastCharacters: number, pcm = sound(), more: object = {}) => {
    const asked: string[] = []
    const speech = speaking(
      ({ text }) => {
        asked.push(text)
        return pcm
      },
      { leastCharacters }
    )
    return renderTake({ ...planOf(FOUR, ALSO), ...more }, speech).then(take => ({ ...take, asked }))
  }
  const gapMs = ([a, b]: { startMs: number; endMs: number }[]) => (b?.startMs ?? NaN) - (a?.endMs ?? NaN)
  /** Between what is heard of two sentences stand the guards after the first and before the second. */
  const GUARDS_MS = 50

  test('are asked for at once, and each has its time', async () => {
    const { asked, info, calls } = await render(50, sound([1, 0.3], [0.4, 0], [1, 0.3]))
    expect([asked, calls]).toEqual([[`${FOUR} ${ALSO}`], 1])
    expect(info.spans.map(({ text }) => text)).toEqual([FOUR, ALSO])
    expect(info.spans[0]?.startMs).toBe(0)
    expect(info.spans[1]?.endMs).toBe(info.durationMs)
  })

  test.each([
    ['a pause of 250 ms stays', 0.25, {}, 250],
    ['a pause of 590 ms stays', 0.59, {}, 590],
    ['a pause of 170 ms becomes the usual breath, as between two calls', 0.17, {}, 300 + 50],
    ['a pause of 800 ms is shortened', 0.8, {}, 450],
    ['a sad pause is longer', 0.4, { style: 'sad', intensity: 2 }, 720],
    ['an excited one is shorter', 0.4, { style: 'excited', intensity: 2 }, 240]
  ])('%s', async (_title, seconds, more, expectedMs) => {
    const { info, wav } = await render(50, sound([1, 0.3], [seconds, 0], [1, 0.3]), more)
    expect(Math.abs(gapMs(info.spans) + GUARDS_MS - expectedMs)).toBeLessThanOrEqual(21)
    expect(Math.abs(info.durationMs - 2000 - expectedMs)).toBeLessThanOrEqual(21)
    const { samples } = decodeWav(wav)
    const [from, to] = [info.spans[0]?.endMs ?? 0, info.spans[1]?.startMs ?? 0]
    const between = samples.slice((from * RATE_HZ) / 1000 + 1, (to * RATE_HZ) / 1000 - 1)
    expect(Math.max(...between.map(Math.abs))).toBeLessThan(0.02)
  })

  test('a pause that is lengthened over a hum does not click', async () => {
    const hum = overNoise(sound([1, 0.3], [0.17, 0], [1, 0.3]), 0.004)
    const { samples } = decodeWav((await render(50, hum)).wav)
    const middle = [...samples.slice(1.03 * RATE_HZ, 1.3 * RATE_HZ)]
    const leaps = middle.slice(1).map((sample, i) => Math.abs(sample - (middle[i] ?? 0)))
    expect(Math.max(...leaps)).toBeLessThan(0.009)
    expect(middle.filter(sample => sample === 0).length).toBeGreaterThan(0.1 * RATE_HZ)
  })

  test('where no pause is heard nothing is cut, and the spans meet', async () => {
    const { info, wav } = await render(50, sound([3, 0.3]))
    expect(gapMs(info.spans)).toBe(0)
    const { samples } = decodeWav(wav)
    const loud = (at: number) => Math.max(...samples.slice(at, at + 160).map(Math.abs)) > 0.25
    const frames = Array.from({ length: 296 }, (_, i) => loud((i + 2) * 160))
    expect(frames.every(Boolean)).toBe(true)
  })

  test('a fault names all of them', async () => {
    await expect(render(50, sound([0.1, 0.3]))).rejects.toThrow(`the 2 sentences "${FOUR} ${ALSO}" lasts`)
  })
})
