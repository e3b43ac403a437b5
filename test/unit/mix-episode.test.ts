import { describe, expect, test } from 'vitest'
import { StageError } from '../../src/domain/stage-error.ts'
import { mixEpisode, type EpisodeToMix } from '../../src/stages/mix/mix-episode.ts'
import type { MasterMeasures, MixEngine, Tags } from '../../src/stages/mix/ports.ts'
import { exampleMix } from '../helpers/mix-example.ts'

const cover = new Uint8Array([0xff, 0xd8, 0xff])
const episode = (): EpisodeToMix => ({
  ...exampleMix([{ segment: 'open' }, { segment: 'one' }, { segment: 'one' }]),
  show: { title: 'Morning Brief', author: 'The Desk', language: 'en-gb' },
  date: '2026-11-22',
  cover,
  music: null,
  takePath: sha256 => `/takes/${sha256}.wav`,
  outputPath: '/out/episode.mp3'
})

/** An engine whose file measures as planned, but for what it is told. */
function engineOf(measured: Partial<MasterMeasures> = {}) {
  const calls: { tags: Tags; outputPath: string }[] = []
  const engine: MixEngine = {
    async master(plan, target, tags, outputPath) {
      calls.push({ tags, outputPath })
      const { durationMs } = plan
      const right = { durationMs, bytes: 9000, sha256: 'file', longestSilenceMs: 0 }
      return { ...right, loudnessLufs: target.loudnessLufs, truePeakDbtp: -1.6, ...measured }
    }
  }
  return { engine, calls }
}

test('gives what was measured, when each turn is heard, and the chapters', async () => {
  const { engine } = engineOf({ loudnessLufs: -15.9 })
  const master = await mixEpisode(episode(), engine)
  expect(master).toMatchObject({ bytes: 9000, sha256: 'file', loudnessLufs: -15.9, truePeakDbtp: -1.6 })
  expect(master.heard.map(turn => turn.turn)).toEqual(['t01', 't02', 't03'])
  expect(master.chapters.map(chapter => chapter.title)).toEqual(['About open', 'About one'])
})

test('tells the engine what the file says of itself, and that it is made by AI', async () => {
  const { engine, calls } = engineOf()
  const { chapters } = await mixEpisode(episode(), engine)
  expect(calls).toHaveLength(1)
  expect(calls[0]?.outputPath).toBe('/out/episode.mp3')
  expect(calls[0]?.tags).toEqual({
    title: 'Sunday, and what it brought',
    artist: 'The Desk',
    album: 'Morning Brief',
    date: '2026-11-22',
    language: 'en-gb',
    comment: expect.stringMatching(/^Made by AI: /),
    cover,
    chapters: chapters.map(({ title, startMs, endMs }) => ({ title, startMs, endMs }))
  })
})

test('does not ask the engine where there are no takes', async () => {
  const { engine, calls } = engineOf()
  const mixing = mixEpisode({ ...episode(), takes: [] }, engine)
  await expect(mixing).rejects.toThrow('there are no takes')
  await expect(mixing).rejects.toBeInstanceOf(StageError)
  expect(calls).toEqual([])
})

describe('a master that cannot be published is an error with its figures', () => {
  test.each<[string, Partial<MasterMeasures>, string]>([
    ['cut short', { durationMs: 9000 }, 'it lasts 9000 ms and '],
    ['silent', { loudnessLufs: -70, truePeakDbtp: -Infinity }, 'it is silent (-70 LUFS)'],
    ['of no loudness at all', { loudnessLufs: -Infinity }, 'it is silent (-Infinity LUFS)'],
    ['too quiet', { loudnessLufs: -16.6 }, 'its loudness is -16.6 LUFS, wanted is -16 within 0.5 LU'],
    ['too loud', { loudnessLufs: -15.4 }, 'its loudness is -15.4 LUFS'],
    ['clipped', { truePeakDbtp: -0.9 }, 'its true peak is -0.9 dBTP, wanted is -1 at most'],
    ['of a take that says nothing', { longestSilenceMs: 3100 }, 'nothing is heard for 3100 ms']
  ])('%s', async (_title, measured, message) => {
    const mixing = mixEpisode(episode(), engineOf(measured).engine)
    await expect(mixing).rejects.toThrow(message)
    await expect(mixing).rejects.toMatchObject({ stage: 'mix', retryable: false })
  })

  test('with all that is wrong at once', async () => {
    const mixing = mixEpisode(episode(), engineOf({ durationMs: 100, truePeakDbtp: 0.2 }).engine)
    await expect(mixing).rejects.toThrow(/it lasts 100 ms .*; its true peak is 0.2 dBTP/)
  })

  test.each<[string, Partial<MasterMeasures>]>([
    ['half a decibel off', { loudnessLufs: -16.5 }],
    ['at the highest peak', { truePeakDbtp: -1 }]
  ])('but not one that is %s', async (_title, measured) => {
    await expect(mixEpisode(episode(), engineOf(measured).engine)).resolves.toMatchObject(measured)
  })
})
