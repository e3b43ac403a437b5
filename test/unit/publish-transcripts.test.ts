import { createRequire } from 'node:module'
import { parser as srtParser, validator as validateSrt } from 'srt-validator'
import { describe, expect, test } from 'vitest'
import type { Master } from '../../src/domain/master.ts'
import type { Script } from '../../src/domain/script.ts'
import { buildSrt } from '../../src/stages/publish/build-srt.ts'
import { buildTranscriptJson } from '../../src/stages/publish/build-transcript-json.ts'
import { buildVtt } from '../../src/stages/publish/build-vtt.ts'
import { formatTimestamp } from '../../src/stages/publish/format-timestamp.ts'
import { planSentences, type Sentence } from '../../src/stages/publish/plan-sentences.ts'
import { exampleMaster, exampleScript } from '../helpers/publish-example.ts'

interface VttNode {
  type: string
  name?: string
  value: string
  children?: VttNode[]
}

interface VttCue {
  startTime: number
  endTime: number
  text: string
  tree: { children: VttNode[] }
}

interface VttParser {
  parse(text: string, mode: string): { cues: VttCue[]; errors: { message: string; line: number }[] }
}

const load = createRequire(import.meta.url)
const { WebVTTParser } = load('webvtt-parser') as {
  WebVTTParser: new (entities: Record<string, string>) => VttParser
}

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

const parseVtt = (vtt: string) => new WebVTTParser(ENTITIES).parse(vtt, 'subtitles/captions/descriptions')

const textOf = (nodes: VttNode[]): string =>
  nodes.map(node => (node.children ? textOf(node.children) : node.value)).join('')

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

const exampleSentences = () => planSentences(exampleScript, exampleMaster)

const say = (text: string, host = 'Ava'): Sentence => ({ host, text, startMs: 1000, endMs: 9000 })

function expectRisingTimes(cues: { startTime: number; endTime: number }[]): void {
  let clock = 0
  for (const { startTime, endTime } of cues) {
    expect(startTime).toBeGreaterThanOrEqual(clock)
    expect(endTime).toBeGreaterThan(startTime)
    clock = endTime
  }
}

/** Sentences that are different on every seed and the same on every run. */
function randomSentences(seed: number): Sentence[] {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const words = [
    'a',
    'of',
    'the',
    'rover,',
    'AT&T',
    '<b>',
    '-->',
    'interplanetary',
    '2025.',
    'so:',
    '🎧',
    'said;'
  ]
  let clock = 0
  return Array.from({ length: 1 + next(30) }, () => {
    const text = Array.from({ length: 1 + next(60) }, () => words[next(words.length)]).join(' ')
    const startMs = clock + next(3) * next(700)
    clock = startMs + 1 + next(12_000)
    return { host: ['Ava', 'Ben & Co', 'Zoë <x>'][next(3)] ?? 'Ava', text, startMs, endMs: clock }
  })
}

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

describe('WebVTT', () => {
  test('The example has a name on each cue, lines cut at clauses, and its times to the millisecond', () => {
    expect(buildVtt(exampleSentences())).toBe(`WEBVTT

00:00:00.500 --> 00:00:01.500
<v Ava>Good morning.

00:00:01.500 --> 00:00:03.500
<v Ava>This programme is made by AI.

00:00:04.000 --> 00:00:09.745
<v Ben>A rover has found ice two metres below the floor of a
crater, according to the team that drives it,

00:00:09.745 --> 00:00:14.000
<v Ben>and the layer is thicker than any model of the site had
led them to expect.

00:00:14.000 --> 00:00:16.000
<v Ben>Is 3 &lt; 4 &amp; 5 &gt; 2?

00:00:16.800 --> 00:00:19.300
<v Ava>The library is open again.
`)
  })

  test.each(seeds)(
    'With seed %i the W3C parser has no complaint and reads every word and its speaker',
    seed => {
      const sentences = randomSentences(seed)
      const vtt = buildVtt(sentences)
      const { cues, errors } = parseVtt(vtt)
      expect(errors).toEqual([])
      expect(fold(cues.map(cue => textOf(cue.tree.children)).join(' '))).toBe(
        fold(sentences.map(({ text }) => text).join(' '))
      )
      expectRisingTimes(cues)
      for (const cue of cues) {
        const lines = textOf(cue.tree.children).split('\n')
        expect(lines.length).toBeLessThanOrEqual(2)
        expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(65)
        expect(cue.tree.children[0]).toMatchObject({ name: 'v' })
      }
      expect(vtt.split('\n').filter(line => line.includes('-->'))).toHaveLength(cues.length)
    }
  )

  test('Words and speech of other scripts, markup and arrows stay text', () => {
    const text = '<script>alert("&amp;")</script> --> </v><v Ben>Ha WEBVTT NOTE 日本語'
    const { cues, errors } = parseVtt(buildVtt([say(text)]))
    expect(errors).toEqual([])
    expect(cues.map(cue => cue.tree.children[0]?.name)).toEqual(['v'])
    expect(fold(textOf(cues[0]?.tree.children ?? []))).toBe(text)
  })

  test('No scrap of a word or two is left for the last cue of a sentence', () => {
    const text = Array.from({ length: 22 }, (_, index) => `word${index}`).join(' ')
    const { cues } = parseVtt(buildVtt([say(text)]))
    expect(cues.map(cue => textOf(cue.tree.children).split(/\s/).length)).toEqual([11, 11])
  })
})

describe('SubRip', () => {
  test('The example names the speaker where it changes and has two short lines in a cue', () => {
    expect(buildSrt(exampleSentences())).toBe(`1
00:00:00,500 --> 00:00:01,500
Ava: Good morning.

2
00:00:01,500 --> 00:00:03,500
This programme is made by AI.

3
00:00:04,000 --> 00:00:07,191
Ben: A rover has found ice two
metres below the floor of a

4
00:00:07,191 --> 00:00:09,745
crater, according to the team
that drives it,

5
00:00:09,745 --> 00:00:12,085
and the layer is thicker than
any model

6
00:00:12,085 --> 00:00:14,000
of the site had led them to
expect.

7
00:00:14,000 --> 00:00:16,000
Is 3 ‹ 4 & 5 › 2?

8
00:00:16,800 --> 00:00:19,300
Ava: The library is open again.
`)
  })

  test.each(seeds)('With seed %i it is valid, in order, in short lines, and holds every word', seed => {
    const sentences = randomSentences(seed)
    const srt = buildSrt(sentences)
    expect(validateSrt(srt)).toEqual([])
    const cues = srtParser.parse(srt)
    expectRisingTimes(cues.map(({ time }) => ({ startTime: time.start, endTime: time.end })))
    for (const { text } of cues) {
      expect(text.split('\n').length).toBeLessThanOrEqual(2)
      expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(32)
    }
    const words = (text: string) => fold(text.replaceAll('‹', '<').replaceAll('›', '>'))
    const named = sentences.map(({ host, text }, index) =>
      sentences[index - 1]?.host === host ? text : `${host}: ${text}`
    )
    expect(words(cues.map(({ text }) => text).join(' '))).toBe(fold(named.join(' ')))
  })
})

describe('JSON', () => {
  test('There is one segment per sentence, in seconds', () => {
    expect(JSON.parse(buildTranscriptJson(exampleSentences().slice(0, 2)))).toEqual({
      version: '1.0.0',
      segments: [
        { speaker: 'Ava', startTime: 0.5, endTime: 1.5, body: 'Good morning.' },
        { speaker: 'Ava', startTime: 1.5, endTime: 3.5, body: 'This programme is made by AI.' }
      ]
    })
  })
})

describe('sentences', () => {
  test('Their text is the text of the script', () => {
    const text = exampleSentences().map(sentence => sentence.text)
    expect(text.join(' ')).toBe(exampleScript.turns.map(turn => turn.text).join(' '))
  })

  test('Times that touch, overlap or stand still are put in order', () => {
    const spans = [
      { text: 'One.', startMs: 500.4, endMs: 1500.6 },
      { text: 'Two.', startMs: 1500.4, endMs: 1500.4 },
      { text: ' ', startMs: 1501, endMs: 1600 },
      { text: 'Three.', startMs: 1499, endMs: 3500 }
    ]
    const [first, ...others] = exampleMaster.heard
    const master: Master = { ...exampleMaster, heard: [{ ...first!, spans }, ...others] }
    const times = planSentences(exampleScript, master).map(({ startMs, endMs }) => [startMs, endMs])
    expect(times.slice(0, 3)).toEqual([
      [500, 1501],
      [1501, 1502],
      [1502, 3500]
    ])
  })

  const heardWithout = (index: number) => exampleMaster.heard.toSpliced(index, 1)
  const second = exampleMaster.heard[1]!
  test.each<[string, Script, Master, RegExp]>([
    [
      'without a turn of the script',
      exampleScript,
      { ...exampleMaster, heard: heardWithout(1) },
      /the mix t01, t03\. Mix the episode again/
    ],
    ['of nothing', exampleScript, { ...exampleMaster, heard: [] }, /the mix none/],
    [
      'with a turn of no sentence',
      exampleScript,
      { ...exampleMaster, heard: exampleMaster.heard.with(1, { ...second, spans: [] }) },
      /t02 is heard without a sentence/
    ],
    [
      'with sentences timed from the start of their turn',
      exampleScript,
      {
        ...exampleMaster,
        heard: exampleMaster.heard.with(1, { ...second, spans: [{ text: 'A.', startMs: 0, endMs: 900 }] })
      },
      /from the start of the episode/
    ]
  ])('A mix %s is refused', (_title, script, master, message) => {
    expect(() => planSentences(script, master)).toThrow(message)
  })
})

test.each([
  [0, '00:00:00.000'],
  [59_999, '00:00:59.999'],
  [3_723_004, '01:02:03.004']
])('%i ms is written %s', (ms, written) => {
  expect(formatTimestamp(ms, '.')).toBe(written)
})
