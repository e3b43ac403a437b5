import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFfmpegEngine } from '../../src/adapters/ffmpeg/create-ffmpeg-engine.ts'
import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import { tagMp3 } from '../../src/adapters/id3/tag-mp3.ts'
import { writeStings } from '../../src/adapters/sting/write-stings.ts'
import type { Take } from '../../src/domain/take.ts'
import { mixEpisode, type EpisodeToMix } from '../../src/stages/mix/mix-episode.ts'
import { planTake } from '../../src/stages/render/plan-take.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { toTake } from '../../src/stages/render/to-take.ts'
import { exampleMix } from '../helpers/mix-example.ts'
import { FFMPEGS } from '../helpers/mix-ffmpegs.ts'
import { decodeFile, levelOfSpeech, measureFile } from '../helpers/mix-sounds.ts'

const TEXTS = [
  'Good morning. It is Sunday, and this is the brief. It is written and spoken by machines.',
  'The harbour has opened a new quay for ships that run on methanol. It took four years to build.',
  'The first ship is due on Tuesday, the port authority said, and two more are to follow in spring.',
  'In the north, the night trains are back. Tickets for the first month were gone within an hour.',
  'Engineers have found the leak under the old town. The water will be back before the weekend.',
  'That was the brief. The sources are linked in the notes, and there is another one tomorrow.'
]

let folder: string
const flite = createFliteSpeech({ workers: 1 })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duologue-mix-flite-'))
})
afterAll(async () => {
  await flite.release()
  await rm(folder, { recursive: true })
})

const takePath = (sha256: string) => join(folder, `${sha256}.wav`)

async function episodeOf(pair: [string, string]): Promise<EpisodeToMix> {
  const { script } = exampleMix(TEXTS.map((_, i) => ({ segment: `s${Math.floor(i / 2)}` })))
  const takes: Take[] = []
  for (const [i, turn] of script.turns.entries()) {
    turn.text = TEXTS[i] ?? ''
    const plan = planTake(turn, pair[i % 2 === 0 ? 0 : 1], { speechName: flite.name })
    const { wav, info } = await renderTake(plan, flite)
    await writeFile(takePath(plan.sha256), wav)
    takes.push(toTake(plan, info))
  }
  return {
    script,
    takes,
    takePath,
    music: await writeStings(folder),
    show: { title: 'The Brief', author: 'The Desk', language: 'en' },
    date: '2026-11-22',
    cover: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
    outputPath: join(folder, `${pair.join('-')}.mp3`)
  }
}

describe.each<[string, string]>([
  ['slt', 'rms'],
  ['kal16', 'awb']
])('an episode spoken by %s and %s of Flite', (first, second) => {
  test.each(FFMPEGS)('is what podcast apps ask for when mixed by %s', async (_name, ffmpegPath) => {
    const episode = await episodeOf([first, second])
    const engine = createFfmpegEngine({ ffmpegPath, tagMp3 })
    const { heard } = await mixEpisode(episode, engine)
    for (const [, measuringPath] of FFMPEGS) {
      const { loudnessLufs, truePeakDbtp, silencesSeconds } = await measureFile(
        measuringPath,
        episode.outputPath
      )
      const longestSilence = Math.max(0, ...silencesSeconds)
      console.log(
        `${first} and ${second}, ${ffmpegPath}, measured by ${measuringPath}: ${loudnessLufs} LUFS, ${truePeakDbtp} dBTP, longest silence ${longestSilence} s`
      )
      expect(Math.abs(loudnessLufs + 16)).toBeLessThanOrEqual(0.5)
      expect(truePeakDbtp).toBeLessThanOrEqual(-1)
      expect(longestSilence).toBeLessThan(1.5)
    }
    const samples = await decodeFile(ffmpegPath, episode.outputPath, 16_000)
    const levels = heard.map(({ startMs, endMs }) =>
      levelOfSpeech(samples.subarray(startMs * 16, endMs * 16))
    )
    console.log('levels of the turns, dBFS:', levels.map(level => level.toFixed(1)).join(' '))
    const mean = (of: 0 | 1) =>
      levels.filter((_, i) => i % 2 === of).reduce((sum, level) => sum + level / 3, 0)
    expect(Math.abs(mean(0) - mean(1))).toBeLessThan(1.5)
  })
})
