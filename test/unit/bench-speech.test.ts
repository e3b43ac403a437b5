import { describe, expect, test } from 'vitest'
import { buildTokenizerJson } from '../../bench/speech/build-tokenizer-json.ts'
import { goalLine } from '../../bench/speech/goal.ts'
import { parseBenchOptions } from '../../bench/speech/parse-bench-options.ts'
import { pickSentences } from '../../bench/speech/pick-sentences.ts'
import { metadataBytes } from '../../bench/speech/protobuf.ts'
import { goalOfFinished } from '../../bench/speech/report-finished.ts'
import { reportRenders } from '../../bench/speech/report-renders.ts'
import { reportSpeed } from '../../bench/speech/report-speed.ts'
import { lastWords } from '../../bench/speech/run-task.ts'
import type { SpeedRun } from '../../bench/speech/speed-run.ts'
import { speedRows, summariseSpeed } from '../../bench/speech/speed-table.ts'
import { median, slope, spread } from '../../bench/speech/statistics.ts'

const MIB = 2 ** 20

const run = (audioSeconds: number, wallSeconds: number, workers = 1): SpeedRun => ({
  coldSeconds: 2,
  audioSeconds,
  wallSeconds,
  cpuSeconds: wallSeconds * 2,
  otherCores: 0.1,
  peakBytes: 1100 * MIB,
  baseBytes: 100 * MIB,
  workers,
  settings: 'as it comes'
})

describe('numbers', () => {
  test.each([
    [[3], 3],
    [[3, 1], 2],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5]
  ])('the middle of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  test('the spread is the whole range as a share of the middle', () => {
    expect(spread([9, 10, 12])).toBeCloseTo(0.3)
  })

  test('the slope of a line with noise that cancels is its own', () => {
    const points = [0, 1, 2, 3].map(x => ({ x, y: 5 + 2 * x + (x % 3 === 0 ? 1 : -1) }))
    expect(slope(points)).toBeCloseTo(2)
  })
})

describe('the race', () => {
  const contended = [
    { contender: 'our pool', runs: [run(60, 20, 2), run(60, 15, 2), run(60, 12, 2)] },
    { contender: 'one session, all cores', runs: [run(60, 20), run(60, 20), run(60, 20)] },
    { contender: 'kokoro-js', runs: [run(60, 30)] },
    { contender: 'sherpa-onnx-node', runs: [], notMeasured: 'it could not load the file' }
  ]

  test('each is compared with ours by the medians of audio seconds per second', () => {
    expect(summariseSpeed(contended).map(({ contender, oursIsTimes }) => [contender, oursIsTimes])).toEqual([
      ['our pool', 1],
      ['one session, all cores', 4 / 3],
      ['kokoro-js', 2]
    ])
  })

  test.each([
    ['are left out where another is quiet', [1.2, 0.1, 0.9], 3, '1 of 3'],
    ['are all there is, and then they count', [1.2, 0.8, 0.9], 4, '0 of 3']
  ])('rounds that others disturbed %s', (_, otherCores, timesRealTime, told) => {
    const runs = [15, 20, 12].map((wall, i) => ({ ...run(60, wall), otherCores: otherCores[i] ?? 0 }))
    const disturbed = [{ contender: 'our pool', runs }]
    expect(summariseSpeed(disturbed)[0]).toMatchObject({ timesRealTime })
    expect(speedRows(disturbed)['our pool']).toMatchObject({ 'quiet rounds': told })
  })

  test('memory a worker leaves out what was there before', () => {
    expect(summariseSpeed(contended).map(({ perWorkerMiB }) => perWorkerMiB)).toEqual([500, 1000, 1000])
  })

  test('one that could not run has a row that says why', () => {
    const rows = speedRows(contended)
    expect(rows['sherpa-onnx-node']).toEqual({ settings: 'not measured: it could not load the file' })
    expect(rows['our pool']).toMatchObject({ 'audio s / s': '4.00', 'ours is': '1.00 x', spread: '50 %' })
  })

  test('one that failed after some rounds says so beside what was measured', () => {
    const rows = speedRows([
      contended[0]!,
      { contender: 'kokoro-js', runs: [run(60, 30)], notMeasured: 'out of memory' }
    ])
    expect(rows['kokoro-js']).toMatchObject({
      settings: 'as it comes (then failed: out of memory)',
      'ours is': '2.00 x'
    })
  })

  test('the goals are 1.1 times one session, ahead of the peers that ran, and a gibibyte a worker', () => {
    expect(reportSpeed(contended).goals.map(goalLine)).toEqual([
      'goal our pool at least 1.1 x one session, all cores: met (1.33 x)',
      'goal our pool at least 1.0 x kokoro-js: met (2.00 x)',
      'goal under 1 GiB a worker: met (500 MiB)'
    ])
  })

  test('1.05 times one session is not enough', () => {
    const close = [
      { contender: 'our pool', runs: [run(63, 20)] },
      { contender: 'one session, all cores', runs: [run(60, 20)] }
    ]
    expect(reportSpeed(close).goals[0]).toMatchObject({ met: false, measured: '1.05 x' })
  })

  test('no goal is judged where ours could not run', () => {
    const without = [
      { contender: 'our pool', runs: [], notMeasured: 'no' },
      { contender: 'kokoro-js', runs: [run(60, 30)] }
    ]
    expect(reportSpeed(without).goals).toEqual([])
  })
})

describe('many renders', () => {
  const series = (rssMiB: readonly number[]) =>
    reportRenders({
      points: rssMiB.map((mib, i) => ({ renders: (i + 1) * 50, rssBytes: mib * MIB })),
      baseBytes: 100 * MIB,
      peakBytes: 1500 * MIB,
      workers: 2,
      wallSeconds: 60
    })

  test.each([
    ['stays', [900, 1000, 1000, 1010, 1000, 1005, 1000, 1010, 1000, 1005], true],
    ['grows while it loads, then stays', [300, 600, 900, 990, 1000, 1000, 1000, 1000, 1000, 1000], true],
    ['falls', [1000, 1000, 1000, 1000, 1000, 990, 950, 940, 930, 900], true],
    ['leaks 20 MiB in fifty renders', [800, 820, 840, 860, 880, 900, 920, 940, 960, 980], false]
  ])('memory that %s is judged', (_, rss, flat) => {
    expect(series(rss).flat).toBe(flat)
  })

  test('the rise is told per hundred renders, the peak per worker', () => {
    const report = series([800, 820, 840, 860, 880, 900, 920, 940, 960, 980])
    expect(report.mibPerHundred).toBeCloseTo(40)
    expect(report.perWorkerMiB).toBe(700)
    expect(report.rows[500]).toEqual({ 'RSS MiB': '980' })
  })
})

test('the slowest voice answers for the finished minute', () => {
  const voice = (name: string, secondsPerMinute: number) => ({
    voice: name,
    speechSeconds: 60,
    wallSeconds: secondsPerMinute,
    cpuSeconds: secondsPerMinute,
    secondsPerMinute
  })
  expect(goalLine(goalOfFinished({ voices: [voice('a', 0.4), voice('b', 1.2), voice('c', 0.9)] }))).toBe(
    'goal one minute of finished speech in under 1 s on one core: not met (1.20 s with b, the slowest voice)'
  )
})

describe('the command line', () => {
  test('measures all three families, three rounds, without the long series, unless told', () => {
    expect(parseBenchOptions([])).toEqual({
      only: ['kokoro', 'piper', 'flite'],
      rounds: 3,
      seconds: 75,
      renders: 0,
      json: false
    })
  })

  test.each([
    [['--only', 'flite,kokoro'], { only: ['kokoro', 'flite'] }],
    [['--renders', '500', '--json'], { renders: 500, json: true }],
    [['--device', 'webgpu', '--workers', '1'], { device: 'webgpu', workers: 1 }]
  ])('%j is read', (args, options) => {
    expect(parseBenchOptions(args)).toMatchObject(options)
  })

  test.each([
    [['--only', 'festival'], '--only festival: it is one or more of kokoro,piper,flite'],
    [['--rounds', '0'], '--rounds 0: it is a whole number from 1 up'],
    [['--renders', 'many'], '--renders many: it is a whole number from 0 up']
  ])('%j is refused with what would be right', (args, message) => {
    expect(() => parseBenchOptions(args)).toThrow(message)
  })
})

describe('what the peers are given', () => {
  test('sentences hold words and their marks only, up to the length asked for', () => {
    const turns = [
      'Shares rose by 4 %. Nobody knew why. It rained all day. NASA was silent.',
      'Then it stopped.'
    ]
    expect(pickSentences(turns, 60)).toEqual(['Nobody knew why.', 'It rained all day.', 'Then it stopped.'])
    expect(pickSentences(turns, 1)).toHaveLength(1)
  })

  test('a property becomes field 14 of the model: a key and a value, each with its length', () => {
    expect([...metadataBytes({ n: 'x'.repeat(200) })].slice(0, 9)).toEqual([
      0x72, 0xce, 0x01, 0x0a, 1, 0x6e, 0x12, 0xc8, 0x01
    ])
    expect(metadataBytes({ a: 1 }).toString('latin1')).toBe('r\x06\n\x01a\x12\x011')
  })

  test('the tokenizer leaves out what Kokoro has no symbol for', () => {
    const { normalizer } = buildTokenizerJson({ $: 0, a: 1, ']': 2, '-': 3, '^': 4, ' ': 5 }) as {
      normalizer: { pattern: { Regex: string } }
    }
    expect('a]b-c^ a$'.replace(new RegExp(normalizer.pattern.Regex, 'gu'), '')).toBe('a]-^ a$')
  })
})

test.each([
  [
    'a native library',
    'a.cc: note\n/b.cc:12 style_dim does not exist\n\nNode.js v20.20.2\n',
    '/b.cc:12 style_dim does not exist'
  ],
  ['nobody', '\nNode.js v20.20.2\n', null]
])('the last words of a process are those of %s', (_, errors, words) => {
  expect(lastWords(errors)).toBe(words)
})
