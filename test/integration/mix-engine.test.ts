import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCoverArtist } from '../../src/adapters/cover/create-cover-artist.ts'
import { createFfmpegEngine } from '../../src/adapters/ffmpeg/create-ffmpeg-engine.ts'
import { encodeJpeg } from '../../src/adapters/ffmpeg/encode-jpeg.ts'
import { tagMp3 } from '../../src/adapters/id3/tag-mp3.ts'
import { writeStings } from '../../src/adapters/sting/write-stings.ts'
import type { Master } from '../../src/domain/master.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import type { Take } from '../../src/domain/take.ts'
import { encodeWav } from '../../src/domain/wav.ts'
import { mixEpisode, type EpisodeToMix } from '../../src/stages/mix/mix-episode.ts'
import type { Stings } from '../../src/stages/mix/ports.ts'
import { exampleMix, type ExampleTurn } from '../helpers/mix-example.ts'
import { bundledFfmpeg, FFMPEGS } from '../helpers/mix-ffmpegs.ts'
import {
  decodeFile,
  describeFile,
  levelOfSpeech,
  makeSpeechLike,
  measureFile,
  SPEECH_LIKE_RATE_HZ,
  type SpeechLike
} from '../helpers/mix-sounds.ts'

type Sounding = Omit<Master, 'inputHash'>

type Voice = Omit<SpeechLike, 'seconds' | 'seed'>

/** Two voices that differ in pitch, in level by 7 dB, and in how far their peaks stand above their loudness: 13 and 17 dB. */
const BRIGHT: Voice = { pitchHz: 210, ringMs: 2.5, peak: 0.9 }
const HOARSE: Voice = { pitchHz: 105, ringMs: 1.8, peak: 0.6 }
/** Peaks 20 dB above the loudness: more than any voice of Flite has. */
const CRACKLING: Voice = { pitchHz: 95, ringMs: 0.7, peak: 0.6 }

let folder: string
let work: string
let music: Stings
let cover: Uint8Array

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duologue-mix-'))
  music = await writeStings(join(folder, 'music'))
  const artist = createCoverArtist({ toJpeg: (png, mostBytes) => encodeJpeg(bundledFfmpeg, png, mostBytes) })
  cover = await artist.draw({ title: 'Duologue: the Brief', hosts: [] })
})
beforeEach(async () => {
  work = await mkdtemp(join(folder, 'work-'))
})
afterAll(() => rm(folder, { recursive: true }))

const takePath = (sha256: string) => join(folder, `${sha256}.wav`)

let recorded = 0

async function record(planned: Take, sound: Omit<SpeechLike, 'seconds'>): Promise<Take> {
  const take = { ...planned, sha256: `${planned.sha256}-${++recorded}` }
  const samples = makeSpeechLike({ ...sound, seconds: take.durationMs / 1000 })
  await writeFile(takePath(take.sha256), encodeWav({ samples, sampleRateHz: SPEECH_LIKE_RATE_HZ }))
  return { ...take, speechLevelDbfs: levelOfSpeech(samples) }
}

async function episodeOf(
  turns: ExampleTurn[],
  withMusic: boolean,
  voices: [Voice, Voice] = [BRIGHT, HOARSE]
): Promise<EpisodeToMix> {
  const { script, takes } = exampleMix(turns)
  const recording = takes.map((take, i) => record(take, { seed: i + 1, ...voices[i % 2 === 0 ? 0 : 1] }))
  return {
    script,
    takes: await Promise.all(recording),
    music: withMusic ? music : null,
    takePath,
    show: { title: 'Duologue: the Brief', author: 'The Desk', language: 'en' },
    date: '2026-11-22',
    cover,
    outputPath: join(work, 'episode: one.mp3')
  }
}

describe.each(FFMPEGS)('an episode mixed by %s', (_name, ffmpegPath) => {
  const engine = createFfmpegEngine({ ffmpegPath, tagMp3 })
  const turns = Array.from({ length: 9 }, (_, i) => ({
    segment: `s${Math.floor(i / 3)}`,
    durationMs: 4000 + 317.25 * i
  }))
  let episode: EpisodeToMix
  let master: Sounding
  const progress: number[] = []

  beforeAll(async () => {
    work = await mkdtemp(join(folder, 'whole-'))
    episode = await episodeOf(turns, true)
    master = await mixEpisode(episode, engine, { onProgress: fraction => progress.push(fraction) })
  })

  test.each(FFMPEGS)(
    'is at -16 LUFS and below -1 dBTP by the measure of %s',
    async (_other, measuringPath) => {
      const measured = await measureFile(measuringPath, episode.outputPath)
      expect(Math.abs(measured.loudnessLufs + 16)).toBeLessThanOrEqual(0.5)
      expect(measured.truePeakDbtp).toBeLessThanOrEqual(-1)
      expect(measured.loudnessLufs).toBeCloseTo(master.loudnessLufs, 0)
      expect(measured.truePeakDbtp).toBeCloseTo(master.truePeakDbtp, 0)
      const longestSilence = Math.max(0, ...measured.silencesSeconds)
      expect(longestSilence).toBeLessThan(1.5)
      const { loudnessLufs, truePeakDbtp } = measured
      console.log(
        `${ffmpegPath}, measured by ${measuringPath}: ${loudnessLufs} LUFS, ${truePeakDbtp} dBTP, longest silence ${longestSilence} s, ${master.durationMs} ms`
      )
    }
  )

  test('is as loud where the peaks of its voices stand far out', async () => {
    const crackling = await episodeOf(turns.slice(0, 4), true, [CRACKLING, CRACKLING])
    const { loudnessLufs, truePeakDbtp } = await mixEpisode(crackling, engine)
    console.log(`${ffmpegPath}, crackling voices: ${loudnessLufs} LUFS, ${truePeakDbtp} dBTP`)
    expect(await measureFile(ffmpegPath, crackling.outputPath)).toMatchObject({ loudnessLufs, truePeakDbtp })
  })

  test('lasts as long as planned, and its header says so', async () => {
    const samples = await decodeFile(ffmpegPath, episode.outputPath, 44_100)
    const last = master.heard.at(-1)?.endMs ?? 0
    const plannedMs = last + 350 + music.closing.durationMs
    expect(Math.abs(samples.length / 44.1 - plannedMs)).toBeLessThan(60)
    expect(Math.abs(master.durationMs - plannedMs)).toBeLessThan(60)
    const [, minutes, seconds] =
      /Duration: 00:(\d\d):(\d\d\.\d\d)/.exec(await describeFile(ffmpegPath, episode.outputPath)) ?? []
    expect(Math.abs(Number(minutes) * 60_000 + Number(seconds) * 1000 - plannedMs)).toBeLessThan(120)
  })

  test('has every turn where it is said to be, and voices of 7 dB difference within 3 dB: the limiter takes 2 of the hoarse one', async () => {
    const samples = await decodeFile(ffmpegPath, episode.outputPath, 16_000)
    const levelAt = (fromMs: number, toMs: number) => levelOfSpeech(samples.subarray(fromMs * 16, toMs * 16))
    const levels = master.heard.map(turn => levelAt(turn.startMs, turn.endMs))
    console.log('levels of the turns, dBFS:', levels.map(level => level.toFixed(1)).join(' '))
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(3)
    master.heard.slice(1).forEach((turn, i) => {
      const gap = samples.subarray(((master.heard[i]?.endMs ?? 0) + 40) * 16, (turn.startMs - 40) * 16)
      expect(gap.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThan(0.003)
    })
  })

  test('opens and ends with music that is softer than the speech', async () => {
    const samples = await decodeFile(ffmpegPath, episode.outputPath, 16_000)
    const speech = levelOfSpeech(samples.subarray(3000 * 16, 6000 * 16))
    const opening = levelOfSpeech(samples.subarray(0, 1500 * 16))
    const closing = levelOfSpeech(samples.subarray(samples.length - 3000 * 16))
    for (const level of [opening, closing]) {
      expect(level).toBeLessThan(speech - 2)
      expect(level).toBeGreaterThan(speech - 16)
    }
  })

  test('carries its tags, chapters and cover', async () => {
    const [text = ''] = (await describeFile(ffmpegPath, episode.outputPath)).split('Output #0')
    expect(text).toMatch(/title\s*: Sunday, and what it brought/)
    expect(text).toMatch(/artist\s*: The Desk/)
    expect(text).toMatch(/album\s*: Duologue: the Brief/)
    expect(text).toMatch(/genre\s*: Podcast/)
    expect(text).toMatch(/comment\s*: Made by AI/)
    expect(text).toMatch(/date\s*: 2026/)
    expect(text).toMatch(/Audio: mp3.*, 44100 Hz, stereo, .*128 kb\/s/)
    expect(text).toMatch(/Video: mjpeg.*1500x1500/)
    const starts = [...text.matchAll(/Chapter #0:\d+: start ([\d.]+), end ([\d.]+)/g)]
    expect(starts.map(match => Math.round(Number(match[1]) * 1000))).toEqual(
      master.chapters.map(each => each.startMs)
    )
    expect(starts.map(match => Math.round(Number(match[2]) * 1000))).toEqual(
      master.chapters.map(each => each.endMs)
    )
    expect([...text.matchAll(/title\s*: (About .*)/g)].map(match => match[1])).toEqual(
      master.chapters.map(each => each.title)
    )
  })

  test('tells its progress from 0 to 1 and never back', () => {
    expect(progress.at(-1)).toBe(1)
    expect(progress.every((fraction, i) => fraction >= (progress[i - 1] ?? 0))).toBe(true)
    expect(new Set(progress).size).toBeGreaterThan(4)
  })

  test('leaves nothing beside it, and is the same to the byte when it is made again', async () => {
    expect(await readdir(join(episode.outputPath, '..'))).toEqual(['episode: one.mp3'])
    const again = await mixEpisode({ ...episode, outputPath: join(work, 'again.mp3') }, engine)
    expect(again.sha256).toBe(master.sha256)
  })

  test('may have more takes than one graph has inputs', async () => {
    const many = await episodeOf(
      Array.from({ length: 104 }, (_, i) => ({
        segment: `s${Math.floor(i / 20)}`,
        durationMs: 300 + (i % 7)
      })),
      true
    )
    const { heard, durationMs } = await mixEpisode(many, engine)
    const samples = await decodeFile(ffmpegPath, many.outputPath, 16_000)
    const last = heard.at(-1)
    const closingMs = (last?.endMs ?? 0) + 350
    expect(Math.abs(durationMs - closingMs - music.closing.durationMs)).toBeLessThan(60)
    expect(
      levelOfSpeech(samples.subarray((last?.startMs ?? 0) * 16, (last?.endMs ?? 0) * 16))
    ).toBeGreaterThan(-30)
    expect(await readdir(work)).toEqual(['episode: one.mp3'])
  })

  test('is not made from silence', async () => {
    const silent = await episodeOf([{ segment: 'a' }, { segment: 'a' }], false)
    for (const take of silent.takes)
      await writeFile(
        takePath(take.sha256),
        encodeWav({ samples: new Float32Array(64_000), sampleRateHz: 16_000 })
      )
    await expect(mixEpisode(silent, engine)).rejects.toThrow('the mix of 2 takes is silent')
    expect(await readdir(work)).toEqual([])
  })

  test('is not made where a take is missing: the error names it, and nothing is left behind', async () => {
    const broken = await episodeOf([{ segment: 'a' }, { segment: 'a' }], false)
    await rm(takePath(broken.takes[1]?.sha256 ?? ''))
    const mixing = mixEpisode(broken, engine)
    await expect(mixing).rejects.toBeInstanceOf(StageError)
    await expect(mixing).rejects.toThrow(/take-2-\d+\.wav/)
    expect(await readdir(work)).toEqual([])
  })

  test('is not made where a take is longer than its record says: the length is checked', async () => {
    const wrong = await episodeOf([{ segment: 'a' }, { segment: 'a' }], false)
    const takes = wrong.takes.map(take => ({ ...take, durationMs: take.durationMs - 1500 }))
    await expect(mixEpisode({ ...wrong, takes }, engine)).rejects.toThrow(
      /it lasts \d+ ms and \d+ ms were planned/
    )
  })

  test.each([
    ['before it starts', 0],
    ['while ffmpeg works', 0.05]
  ])('is given up when it is cancelled %s, without a trace', async (_title, fromFraction) => {
    const cancelling = new AbortController()
    const cancelled = await episodeOf(turns, true)
    if (fromFraction === 0) cancelling.abort(new Error('not wanted any more'))
    const mixing = mixEpisode(cancelled, engine, {
      signal: cancelling.signal,
      onProgress: fraction => {
        if (fraction >= fromFraction) cancelling.abort(new Error('not wanted any more'))
      }
    })
    await expect(mixing).rejects.toThrow('not wanted any more')
    expect(await readdir(work)).toEqual([])
  })
})
