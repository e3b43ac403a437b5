import { describe, expect, test } from 'vitest'
import { nearestNames } from '../../src/cli/nearest-names.ts'
import { printVoices } from '../../src/cli/print-voices.ts'
import type { ListedVoice } from '../../src/cli/voice-desk.ts'
import { toIntensity, toSpeed, toStyle } from '../../src/cli/voice-options.ts'
import { partnersOf, planSections } from '../../src/cli/voice-rows.ts'
import { DESK_CARDS } from '../helpers/voice-desk.ts'

const ABILITIES = {
  flite: { phonemes: false, styles: 'none', blends: false },
  kokoro: { phonemes: true, styles: 'voice', blends: true },
  piper: { phonemes: true, styles: 'none', blends: false },
  openai: { phonemes: false, styles: 'none', blends: false },
  azure: { phonemes: false, styles: 'native', blends: false }
} as const

/** The desk's cards, of which these are installed. */
const shelf = (...installed: string[]): ListedVoice[] =>
  DESK_CARDS.map(voice => {
    const there = installed.includes(voice.id) || installed.includes(voice.model)
    return {
      voice,
      installed: there,
      speech: there ? voice.model : null,
      how: there
        ? null
        : `duologue models pull ${voice.model === 'piper' ? `piper:${voice.id}` : voice.model}`,
      abilities: ABILITIES[voice.model],
      pace: voice.pace ?? null
    }
  })

const PAIRS = {
  flite: [['slt', 'rms']],
  kokoro: [
    ['af_heart', 'am_michael'],
    ['af_heart', 'bf_emma']
  ]
} as const

const ids = (voices: readonly ListedVoice[]) => voices.map(({ voice }) => voice.id).join(' ')

describe('planSections', () => {
  test('what is installed comes first, then what sounds best', () => {
    expect(planSections(shelf('flite')).map(({ family }) => family)).toEqual(['flite', 'kokoro', 'piper'])
    expect(planSections(shelf('flite', 'kokoro')).map(({ family }) => family)).toEqual([
      'kokoro',
      'flite',
      'piper'
    ])
  })

  test('voices go by accent and by grade, and other languages only where all are wanted', () => {
    const kokoro = (all: boolean) => planSections(shelf(), { family: 'kokoro', all })[0]
    expect(ids(kokoro(false)?.voices ?? [])).toBe('af_heart af_bella am_michael bf_emma')
    expect(kokoro(false)?.hidden).toBe(1)
    expect(ids(kokoro(true)?.voices ?? [])).toBe('af_heart af_bella am_michael bf_emma ff_siwis')
    expect(kokoro(true)?.hidden).toBe(0)
  })

  test('only the kind that was asked for', () => {
    expect(planSections(shelf(), { family: 'piper' }).map(({ family }) => family)).toEqual(['piper'])
    expect(planSections(shelf(), { family: 'azure' })).toEqual([])
  })
})

test.each([
  ['af_heart', ['am_michael', 'bf_emma']],
  ['am_michael', ['af_heart']],
  ['af_bella', []],
  ['rms', ['slt']]
])('%s goes with %j', (id, partners) => {
  const listed = shelf().find(({ voice }) => voice.id === id)
  expect(listed && partnersOf(listed, PAIRS)).toEqual(partners)
})

describe('printVoices', () => {
  test('is a table for each kind, with what it can do and how to get it', () => {
    const sections = planSections(shelf('flite', 'en_GB-cori-high'))
    expect(printVoices(sections, PAIRS).split('\n')).toEqual([
      'piper: some are installed; get another with: duologue models pull piper:NAME',
      '  styles by pace and level · phonemes in the lexicon',
      '  voice                name    accent           gender  installed',
      '  en_US-norman-medium  Norman  US English       male    no',
      '  en_GB-cori-high      Cori    British English  female  yes',
      '',
      'flite: installed',
      '  styles by pace and level',
      '  voice  name    accent      gender  words/min  goes with',
      '  rms    Rhodes  US English  male               slt',
      '  slt    Slate   US English  female  157        rms',
      '',
      'kokoro: not installed; get it with: duologue models pull kokoro',
      '  styles colour the voice · blends (NAME:60+NAME:40) · phonemes in the lexicon',
      '  voice       name     accent           gender  grade  goes with',
      '  af_heart    Heart    US English       female  A      am_michael, bf_emma',
      '  af_bella    Bella    US English       female  A-',
      '  am_michael  Michael  US English       male    C+     af_heart',
      '  bf_emma     Emma     British English  female  B-     af_heart',
      '  1 more was made for another language and speaks English with an accent: --all'
    ])
  })

  test('says of voices of other languages that they speak with an accent', () => {
    const text = printVoices(planSections(shelf(), { family: 'kokoro', all: true }), PAIRS)
    expect(text).toContain('  ff_siwis    Siwis    French accent    female  B-')
    expect(text.split('\n').at(-1)).toBe('  Voices of other languages speak English with that accent here.')
  })

  test('keeps to 100 columns, however many partners and letters there are', () => {
    const wide: ListedVoice[] = shelf('en_GB-cori-high').map(listed => ({
      ...listed,
      voice: { ...listed.voice, name: 'A name that is much longer than names of voices usually are' }
    }))
    const lines = printVoices(planSections(wide, { all: true }), PAIRS).split('\n')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100)
  })

  test('of a voice without a card only the name is known', () => {
    const listed: ListedVoice = {
      voice: { id: 'alloy', model: 'openai' },
      installed: true,
      speech: 'http://localhost:8880/v1',
      how: null,
      abilities: ABILITIES.openai,
      pace: null
    }
    expect(printVoices(planSections([listed]), {})).toBe(
      'openai: installed\n  styles by pace and level\n  voice\n  alloy'
    )
  })
})

test.each([
  ['af_hart', 'af_heart'],
  ['michael', 'am_michael'],
  ['AF_BELLA', 'af_bella'],
  ['stl', 'slt'],
  ['en_US-norman', 'en_US-norman-medium'],
  ['zebra', undefined],
  ['x', undefined]
])('who writes %j may have meant %s', (meant, name) => {
  expect(
    nearestNames(
      meant,
      DESK_CARDS.map(({ id }) => id)
    )[0]
  ).toBe(name)
})

test.each([
  ['a style', () => toStyle(' Excited '), 'excited'],
  ['an intensity', () => toIntensity('1.5'), 1.5],
  ['a speed', () => toSpeed('1.1'), 1.1]
])('%s is read', (_what, read, value) => {
  expect(read()).toBe(value)
})

test.each([
  ['a style with a slip', () => toStyle('exited'), /There is no style "exited".*Did you mean excited\?/],
  ['an intensity of nothing', () => toIntensity(''), /0\.1 to 2/],
  ['an intensity of three', () => toIntensity('3'), /0\.1 to 2/],
  ['a speed of ten', () => toSpeed('10'), /0\.5 to 2/],
  ['a speed in words', () => toSpeed('fast'), /0\.5 to 2/]
])('%s is told', (_what, read, message) => {
  expect(read).toThrow(message)
})
