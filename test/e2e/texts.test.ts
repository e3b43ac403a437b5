import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/config/load-settings.ts'
import { episodeSchema } from '../../src/domain/episode.ts'
import { masterSchema } from '../../src/domain/master.ts'
import { reportSchema } from '../../src/domain/report.ts'
import { scriptSchema } from '../../src/domain/script.ts'
import { takesSchema } from '../../src/domain/take.ts'
import { loudnessBetween, measureAudio } from '../helpers/measure-audio.ts'
import { newLibrary } from '../helpers/new-library.ts'
import type { CliResult } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'

const SLOW = 300_000
const SAMPLES = join(packageRoot, 'samples')

const make = async (show: string): Promise<CliResult> =>
  runMain(['brief', show, '--home', await newLibrary(), '--config', join(SAMPLES, 'texts.yaml'), '--json'])

const readText = (made: CliResult, name: string): Promise<string> =>
  readFile(join(String(made.json.dir), name), 'utf8')
const read = async (made: CliResult, name: string): Promise<unknown> => JSON.parse(await readText(made, name))

const speakersIn = (vtt: string): Set<string> =>
  new Set([...vtt.matchAll(/<v ([^>]+)>/g)].map(([, name = '']) => name))

/** Letters and digits alone: a text and what is said of it differ in marks and in the breaks of lines. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** What a listener is told of news, where there is none. */
const NEWS = /\bnews\b|\bfeeds?\b|\bheadlines?\b|\boutlets?\b|linked in the notes/i

describe('a story of a text, by four voices', () => {
  let made: CliResult
  beforeAll(async () => {
    made = await make('last-ferry')
  }, SLOW)

  test('is made whole: every word of the text is said, in its order', async () => {
    expect(made.code, made.stderr).toBe(0)
    const { turns, title } = scriptSchema.parse(await read(made, 'script.json'))
    expect(title).toBe('The Last Ferry to Oss')
    const said = bare(turns.map(({ text }) => text).join(' '))
    const text = await readFile(join(SAMPLES, 'texts/the-last-ferry.md'), 'utf8')
    const parts = text.split(/^#.*$/m).map(bare)
    for (const part of parts.filter(part => part !== '')) expect(said).toContain(part)
  })

  test('takes the time that it takes, and no other length is held against it', async () => {
    const { stages } = reportSchema.parse(await read(made, 'report.json'))
    const audio = await measureAudio(String(made.json.audio))
    console.log(audio)
    expect([stages.render?.length, stages.mix?.length]).toEqual([undefined, undefined])
    expect(audio.durationSeconds).toBeCloseTo(Number(made.json.durationSeconds), 0)
    expect(Math.abs(audio.loudnessLufs - -16)).toBeLessThanOrEqual(0.5)
    expect(audio.chapters).toBeGreaterThanOrEqual(3)
  })

  test('has the characters as its speakers, each with a voice of its own', async () => {
    const cast = new Set(['Nathan', 'Ray', 'Ada', 'Tam'])
    expect(speakersIn(await readText(made, 'transcript.vtt'))).toEqual(cast)
    const { turns } = scriptSchema.parse(await read(made, 'script.json'))
    const { takes } = takesSchema.parse(await read(made, 'takes.json'))
    const voices = new Map(takes.map(({ turn, voice }) => [turns.find(({ id }) => id === turn)?.host, voice]))
    expect(new Set(voices.keys())).toEqual(cast)
    expect(new Set(voices.values()).size).toBe(4)
    const sayings: [host: string, words: string][] = [
      ['Ray', 'You are late.'],
      ['Ada', 'I am barefoot,'],
      ['Tam', 'Where does it want to go?'],
      ['Ada', 'And then?']
    ]
    for (const [host, words] of sayings)
      expect(
        turns.find(({ text }) => text === words),
        words
      ).toMatchObject({ host })
  })

  test('says that its voices are made by AI, and claims no news', async () => {
    const { turns } = scriptSchema.parse(await read(made, 'script.json'))
    expect(turns[0]?.text).toMatch(/voices are made by AI/)
    const notes = await readText(made, 'notes.html')
    const feed = await readFile(String(made.json.feed), 'utf8')
    const { summary } = episodeSchema.parse(await read(made, 'episode.json'))
    expect(notes).toMatch(/made by AI/)
    expect(feed).toContain('<podcast:txt purpose="ai-content">true</podcast:txt>')
    expect(feed).toContain('text="Fiction"')
    for (const text of [
      notes,
      summary,
      turns.map(turn => turn.text).join(' '),
      feed.replace(/<[^>]+>/g, ' ')
    ])
      expect(text).not.toMatch(NEWS)
    expect(made.stderr).not.toMatch(/ of \d+ feeds/)
  })
})

describe('a meditation of a text', () => {
  let made: CliResult
  beforeAll(async () => {
    made = await make('by-the-river')
  }, SLOW)

  test('is said softly, and leaves a silence after each paragraph', async () => {
    expect(made.code, made.stderr).toBe(0)
    const { turns } = scriptSchema.parse(await read(made, 'script.json'))
    expect(new Set(turns.map(({ style }) => style))).toEqual(new Set(['softvoice']))
    const { heard } = masterSchema.parse(await read(made, 'master.json'))
    const pauses = turns.slice(0, -1).map(({ id, pauseMs = 0 }) => {
      const at = heard.findIndex(({ turn }) => turn === id)
      return { pauseMs, from: (heard[at]?.endMs ?? 0) / 1000, to: (heard[at + 1]?.startMs ?? 0) / 1000 }
    })
    const long = pauses.filter(({ pauseMs }) => pauseMs >= 3500)
    expect(long.length).toBeGreaterThanOrEqual(8)
    for (const { pauseMs, from, to } of long) {
      expect(to - from).toBeCloseTo(pauseMs / 1000, 1)
      expect(await loudnessBetween(String(made.json.audio), from + 0.1, to - 0.1)).toBeLessThan(-50)
    }
    const { longestSilenceSeconds, durationSeconds } = await measureAudio(String(made.json.audio))
    expect(longestSilenceSeconds).toBeGreaterThanOrEqual(10)
    expect(longestSilenceSeconds).toBeLessThan(11)
    expect(durationSeconds).toBeGreaterThan(long.reduce((sum, { from, to }) => sum + to - from, 0) * 2)
  })

  test('has no music, no news, and one voice that says that it is made by AI', async () => {
    const { turns } = scriptSchema.parse(await read(made, 'script.json'))
    expect(turns[0]?.text).toContain('an AI voice')
    expect(turns.map(({ text }) => text).join(' ')).not.toMatch(NEWS)
    expect(turns.map(({ text }) => text).join(' ')).not.toMatch(/\[|pause/i)
    expect(speakersIn(await readText(made, 'transcript.vtt'))).toEqual(new Set(['Sarah']))
    const { heard } = masterSchema.parse(await read(made, 'master.json'))
    expect(heard[0]?.startMs).toBeLessThan(1000)
  })
})
