import { describe, expect, test } from 'vitest'
import type { Host } from '../../src/domain/show.ts'
import { castHosts } from '../../src/stages/render/cast-hosts.ts'

const speechWith = (...voices: string[]) => ({
  family: 'kokoro' as const,
  voices,
  faultOfVoice: (voice: string) => (voices.includes(voice) ? null : `no voice "${voice}"`)
})
const PAIRS = [
  ['af_heart', 'am_michael'],
  ['bf_emma', 'bm_george']
] as const
const NAMES = ['Sarah', 'Ray', 'Ada', 'Tom']
const hostsOf = (...voices: Host['voice'][]): { hosts: Host[] } => ({
  hosts: voices.map((voice, i) => ({ name: NAMES[i] ?? '?', voice }))
})
const all = speechWith('am_adam', 'af_heart', 'am_michael', 'bf_emma', 'bm_george')

describe('castHosts', () => {
  test.each<[string, Host['voice'][], string[]]>([
    ['voices by name', ['bf_emma', 'am_adam'], ['bf_emma', 'am_adam']],
    [
      'the names for this kind of speech',
      [{ kokoro: 'am_adam', flite: 'slt' }, { kokoro: 'af_heart' }],
      ['am_adam', 'af_heart']
    ],
    ['the best pair, where none is named', [undefined, undefined], ['af_heart', 'am_michael']],
    ['the other of a pair beside the first', ['bf_emma', undefined], ['bf_emma', 'bm_george']],
    ['the other of a pair beside the second', [undefined, 'bm_george'], ['bf_emma', 'bm_george']],
    ['a pair beside a voice of none', ['am_adam', undefined], ['am_adam', 'am_michael']],
    [
      'a choice, where only other kinds are named',
      [{ flite: 'slt' }, { flite: 'rms' }],
      ['af_heart', 'am_michael']
    ],
    ['one voice twice, where that is asked for', ['af_heart', 'af_heart'], ['af_heart', 'af_heart']],
    ['one host the best voice', [undefined], ['af_heart']],
    [
      'a third and a fourth host the next pair',
      [undefined, undefined, undefined, undefined],
      ['af_heart', 'am_michael', 'bf_emma', 'bm_george']
    ],
    [
      'a third host a voice beside those named',
      ['am_michael', undefined, 'bf_emma'],
      ['am_michael', 'af_heart', 'bf_emma']
    ]
  ])('gives %s', (_title, voices, expected) => {
    const { cast, faults } = castHosts(hostsOf(...voices), all, PAIRS)
    expect(faults).toEqual([])
    expect(NAMES.slice(0, voices.length).map(name => cast.get(name))).toEqual(expected)
  })

  test('a voice that has several spellings is cast by one of them', () => {
    const speech = { ...all, canonicalVoice: (voice: string) => voice.toLowerCase() }
    const { cast } = castHosts(hostsOf('af_heart', undefined), { ...speech, faultOfVoice: () => null }, PAIRS)
    expect(cast.get('Sarah')).toBe('af_heart')
    expect(castHosts(hostsOf('AF_Heart'), { ...speech, faultOfVoice: () => null }).cast.get('Sarah')).toBe(
      'af_heart'
    )
  })

  test('a model without the pairs gives its own first voices', () => {
    const { cast } = castHosts(hostsOf(undefined, undefined), speechWith('alloy', 'echo', 'nova'), PAIRS)
    expect([...cast.values()]).toEqual(['alloy', 'echo'])
  })

  test('a voice that does not exist is a fault of its host', () => {
    const { faults } = castHosts(hostsOf('af_heart', 'slt'), all, PAIRS)
    expect(faults).toEqual([{ host: 1, message: 'no voice "slt"' }])
  })

  test('four hosts have the four voices of Flite', () => {
    const flite = [
      ['slt', 'rms'],
      ['slt', 'awb'],
      ['slt', 'kal16'],
      ['rms', 'awb']
    ] as const
    const { cast, faults } = castHosts(
      hostsOf(undefined, undefined, undefined, undefined),
      speechWith('awb', 'kal16', 'rms', 'slt'),
      flite
    )
    expect(faults).toEqual([])
    expect([...cast.values()]).toEqual(['slt', 'rms', 'awb', 'kal16'])
  })

  test.each([
    [3, /one, two.*three hosts need three; .*same one for several of them/],
    [1, /flite has none, and a host needs one; add a voice$/]
  ])('too few voices for %i hosts are a fault of those without one', (count, message) => {
    const voices = count === 1 ? [] : ['one', 'two']
    const { faults } = castHosts(hostsOf(...NAMES.slice(0, count).map(() => undefined)), {
      ...speechWith(...voices),
      family: 'flite'
    })
    expect(faults).toEqual([{ host: count - 1, message: expect.stringMatching(message) as string }])
  })

  test('a model with one voice cannot be two hosts, unless both are given it', () => {
    const { faults } = castHosts(hostsOf(undefined, undefined), speechWith('only'), PAIRS)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.message).toMatch(/no voice left.*only.*two hosts need two/)
  })
})
