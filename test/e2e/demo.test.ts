import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import { episodeSchema } from '../../src/domain/episode.ts'
import { masterSchema } from '../../src/domain/master.ts'
import { scriptSchema } from '../../src/domain/script.ts'
import { takesSchema } from '../../src/domain/take.ts'
import { loudnessBetween, measureAudio } from '../helpers/measure-audio.ts'
import { newHome } from '../helpers/new-home.ts'
import { runCli, type CliResult } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'

const SLOW = 300_000

let home: string
let dir: string
let made: CliResult

const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(dir, name), 'utf8'))

/** Every file of the library outside the queue, with when it was written. */
async function written(): Promise<Record<string, number>> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const kept = files.filter(file => !/\/(?:queue|run)\//.test(file))
  return Object.fromEntries(
    await Promise.all(kept.map(async file => [file, (await stat(file)).mtimeMs] as const))
  )
}

beforeAll(async () => {
  home = await newHome()
  made = await runCli(['demo', '--home', home, '--json'])
  dir = String(made.json.dir)
}, SLOW)

describe('the demo, on a machine with nothing but Node', () => {
  test('makes an episode and says where it is', () => {
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('publish')])
    expect(made.json).toMatchObject({
      show: 'demo',
      episode: '2025-08-29',
      made: true,
      writer: 'builtin',
      speech: 'flite-2.3'
    })
    expect(made.json.stories).toBeGreaterThanOrEqual(5)
    expect(Object.keys(made.json.timings as object)).toEqual(['fetch', 'write', 'render', 'mix', 'publish'])
  })

  test('lasts 3 to 6 minutes, loud as podcasts are, without a hole in it', async () => {
    const audio = await measureAudio(String(made.json.audio))
    console.log(audio)
    expect(audio.durationSeconds).toBeGreaterThan(180)
    expect(audio.durationSeconds).toBeLessThan(360)
    expect(Math.abs(audio.loudnessLufs - -16)).toBeLessThanOrEqual(0.5)
    expect(audio.truePeakDbtp).toBeLessThanOrEqual(-1)
    expect(audio.longestSilenceSeconds).toBeLessThanOrEqual(1.5)
    expect(audio.chapters).toBeGreaterThanOrEqual(5)
    expect(audio.streams).toEqual(['Audio mp3', 'Video mjpeg'])
  })

  test('is spoken by two voices, each turn where the transcript says', async () => {
    const { takes } = takesSchema.parse(await read('takes.json'))
    const { heard } = masterSchema.parse(await read('master.json'))
    expect(new Set(takes.map(take => take.voice))).toEqual(new Set(['slt', 'rms']))
    const gaps = heard.slice(1).map((turn, index) => [heard[index]?.endMs ?? 0, turn.startMs] as const)
    for (const [from, to] of gaps.slice(0, 8)) {
      expect(
        await loudnessBetween(String(made.json.audio), from / 1000 + 0.06, to / 1000 - 0.06)
      ).toBeLessThan(-45)
      expect(await loudnessBetween(String(made.json.audio), to / 1000, to / 1000 + 0.3)).toBeGreaterThan(-45)
    }
  })

  test('every turn of a story names items of that story', async () => {
    const { turns, segments } = scriptSchema.parse(await read('script.json'))
    const stories = new Set(segments.filter(segment => segment.kind === 'story').map(segment => segment.id))
    for (const turn of turns.filter(turn => stories.has(turn.segment)))
      expect(turn.items.length, turn.text).toBeGreaterThan(0)
  })

  test('is in a feed that a podcast library reads', async () => {
    const { format, feed } = parseFeed(await readFile(String(made.json.feed), 'utf8'))
    const { bytes } = episodeSchema.parse(await read('episode.json'))
    expect(format).toBe('rss')
    expect(JSON.stringify(feed)).toContain(`"length":${bytes}`)
  })

  test('says that it is made by AI in the audio, the notes and the feed', async () => {
    const { turns } = scriptSchema.parse(await read('script.json'))
    expect(turns[0]?.text).toMatch(/\bAI\b/)
    expect(await readFile(join(dir, 'notes.html'), 'utf8')).toMatch(/\bAI\b/)
    expect(await readFile(String(made.json.feed), 'utf8')).toMatch(/<podcast:txt purpose="ai-content">true/)
  })

  test(
    'asked again, says that the episode exists and makes nothing',
    async () => {
      const before = await written()
      const again = await runMain(['demo', '--home', home, '--json'])
      expect([again.code, again.json.made]).toEqual([0, false])
      expect(again.stderr).toContain('exists already')
      expect(await written()).toEqual(before)
    },
    SLOW
  )
})
