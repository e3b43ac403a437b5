import { describe, expect, test } from 'vitest'
import {
  parseLongestSilenceMs,
  parseLoudnessLufs,
  parseTruePeakDbtp
} from '../../src/adapters/ffmpeg/parse-measures.ts'
import { parseTimeMs } from '../../src/adapters/ffmpeg/parse-time.ts'
import {
  isOnTarget,
  planFirstMastering,
  planNextMastering
} from '../../src/adapters/ffmpeg/plan-mastering.ts'
import { parseVersion } from '../../src/adapters/ffmpeg/probe-ffmpeg.ts'

const target = { loudnessLufs: -16, truePeakDbtp: -1 }

describe('mastering', () => {
  test('first makes up for what the mix is short of, and leaves the encoder a decibel', () => {
    expect(planFirstMastering(-19.5, target)).toEqual({ gainDb: 3.5, limitDbfs: -2, limiter: 'gentle' })
  })

  test.each([
    ['on the spot', -16, -2, true],
    ['at the edges of what is allowed', -16.3, -1.1, true],
    ['too quiet', -16.4, -2, false],
    ['too loud', -15.6, -2, false],
    ['too high in its peaks', -16, -1, false],
    ['silent', -Infinity, -Infinity, false]
  ])('knows a file that is %s', (_title, loudnessLufs, truePeakDbtp, isRight) => {
    expect(isOnTarget({ loudnessLufs, truePeakDbtp }, target)).toBe(isRight)
  })

  const gentle = { gainDb: 5, limitDbfs: -2, limiter: 'gentle' } as const

  test.each([
    [
      'adds what is missing and a fifth',
      gentle,
      -16.5,
      -1.4,
      { gainDb: 5.6, limitDbfs: -2, limiter: 'gentle' }
    ],
    ['takes away what is too much', gentle, -15.5, -1.4, { gainDb: 4.5, limitDbfs: -2, limiter: 'gentle' }],
    ['limits firmly where much is missing', gentle, -18, -1.9, { gainDb: 9, limitDbfs: -2, limiter: 'firm' }],
    [
      'stays firm once it is',
      { gainDb: 9, limitDbfs: -2, limiter: 'firm' } as const,
      -16.5,
      -1.9,
      { gainDb: 10, limitDbfs: -2, limiter: 'firm' }
    ],
    [
      'lowers the limit by what the peak is too high, and a tenth',
      gentle,
      -16,
      -0.4,
      { gainDb: 5, limitDbfs: -2.8, limiter: 'gentle' }
    ]
  ])('%s', (_title, last, loudnessLufs, truePeakDbtp, expected) => {
    const next = planNextMastering(last, { loudnessLufs, truePeakDbtp }, target)
    expect(next.gainDb).toBeCloseTo(expected.gainDb, 6)
    expect(next.limitDbfs).toBeCloseTo(expected.limitDbfs, 6)
    expect(next.limiter).toBe(expected.limiter)
  })
})

const summary = (loudness: string, peak: string) =>
  `[Parsed_ebur128_1 @ 0x1] t: 1 M: -9.9 S:-9.9 I: -9.9 LUFS\nsize=N/A time=00:00:01.50 bitrate=N/A\n[Parsed_ebur128_1 @ 0x1] Summary:\n\n  Integrated loudness:\n    I:         ${loudness} LUFS\n    Threshold: -26.0 LUFS\n\n  True peak:\n    Peak:       ${peak} dBFS\n`

describe('what ffmpeg prints', () => {
  test.each([
    ['-16.1', '-1.4', -16.1, -1.4],
    ['-70.0', '-inf', -70, -Infinity],
    ['-inf', '0.3', -Infinity, 0.3],
    ['nan', '-inf', -Infinity, -Infinity]
  ])('says %s LUFS and a peak of %s', (loudness, peak, lufs, dbtp) => {
    const log = summary(loudness, peak)
    expect(parseLoudnessLufs(log)).toBe(lufs)
    expect(parseTruePeakDbtp(log)).toBe(dbtp)
  })

  test('is an error where it has no summary', () => {
    expect(() => parseLoudnessLufs('t: 1 I: -9.9 LUFS')).toThrow('no loudness summary')
  })

  test.each([
    ['size=N/A time=00:01:02.50 bitrate=N/A\rsize=N/A time=01:00:03.07 x', 3_603_070],
    ['frame= 1 time= 00:00:00.00', 0],
    ['time=N/A', null],
    ['', null]
  ])('has the time in %j', (log, timeMs) => {
    expect(parseTimeMs(log)).toBe(timeMs)
  })

  test('has the longest of its silences', () => {
    const log =
      'silence_start: 1\nsilence_end: 2.2 | silence_duration: 1.2\nsilence_duration: 1.45\nsilence_duration: 1'
    expect(parseLongestSilenceMs(log)).toBe(1450)
    expect(parseLongestSilenceMs('')).toBe(0)
  })

  test.each([
    [
      'a Debian package',
      'ffmpeg version 5.1.9-0+deb12u1 Copyright\nlibavutil      57. 28.100 / 57. 28.100',
      '5.1.9-0+deb12u1',
      5
    ],
    [
      'a build from git',
      'ffmpeg version N-112-gabc Copyright\nlibavutil      60.  1.100 / 60.  1.100',
      'N-112-gabc',
      8
    ],
    [
      'a build of 2018',
      'ffmpeg version N-47683-static x\nlibavutil      56. 24.101 / 56. 24.101',
      'N-47683-static',
      0
    ]
  ])('tells the version of %s', (_title, text, version, major) => {
    expect(parseVersion(text)).toEqual({ version, major })
  })

  test('tells nothing where another program answers', () => {
    expect(parseVersion('avconv version 11')).toBeNull()
  })
})
