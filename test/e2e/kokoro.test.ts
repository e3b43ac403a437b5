import { copyFile, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { reportSchema } from '../../src/domain/report.ts'
import { takesSchema } from '../../src/domain/take.ts'
import { decodeWav } from '../../src/domain/wav.ts'
import { measureAudio } from '../helpers/measure-audio.ts'
import { newHome } from '../helpers/new-home.ts'
import { newLibrary } from '../helpers/new-library.ts'
import { runCli, type CliResult } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { hasStandIns, kokoroStandIn, NO_STAND_INS, piperStandIn } from '../helpers/stand-in-models.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 400_000

describe.skipIf(!hasStandIns)(`two minutes, spoken by a Kokoro of random weights${NO_STAND_INS}`, () => {
  let home: string
  let made: CliResult
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(String(made.json.dir), name), 'utf8'))

  beforeAll(async () => {
    home = await newLibrary()
    const config = await writeTinyConfig(home, undefined, { minutes: 2, stories: 4 })
    const { model } = await kokoroStandIn({ small: true })
    const speech = ['--speech', `kokoro:${model}`]
    made = await runCli(['brief', 'tiny', '--home', home, '--config', config, ...speech, '--json'])
  }, SLOW)

  test('makes a whole episode of the length that was asked for', async () => {
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('publish')])
    expect(made.json.speech).toMatch(/^kokoro-[0-9a-f]{12}$/)
    const audio = await measureAudio(String(made.json.audio))
    console.log(audio)
    expect(Math.abs(audio.durationSeconds / 120 - 1)).toBeLessThan(0.05)
    expect(Math.abs(audio.loudnessLufs - -16)).toBeLessThanOrEqual(0.5)
  })

  test('has takes of 24 kHz, by two voices, each as long as it is said to be', async () => {
    const { takes } = takesSchema.parse(await read('takes.json'))
    expect([...new Set(takes.map(({ voice }) => voice))].sort()).toEqual(['af_heart', 'am_michael'])
    for (const { sha256, sampleRateHz, durationMs } of takes) {
      const wav = decodeWav(await readFile(join(home, 'takes', `${sha256}.wav`)))
      expect([wav.sampleRateHz, sampleRateHz]).toEqual([24_000, 24_000])
      expect(wav.samples.length / 24).toBeCloseTo(durationMs, 3)
    }
  })

  test('left no symbol unsaid, and says so in its report', async () => {
    const { stages } = reportSchema.parse(await read('report.json'))
    expect(stages.render).toMatchObject({ speech: made.json.speech, takesMade: made.json.turns })
    expect(stages.render).not.toHaveProperty('dropped')
    expect(Number(stages.render?.calls)).toBeGreaterThanOrEqual(Number(made.json.turns))
  })

  test('keeps the pace of each voice, which was measured once', async () => {
    const { paces } = JSON.parse(await readFile(join(home, 'models', 'paces.json'), 'utf8'))
    expect(paces.map(({ voice }: { voice: string }) => voice).sort()).toEqual(['af_heart', 'am_michael'])
  })
})

describe('a speech that cannot be had is told before anything is made', () => {
  test.each([
    ['flute', /there is no speech "flute".*kokoro:PATH/],
    ['kokoro', /kokoro is not installed.*models pull kokoro/],
    ['kokoro:q9', /no model "kokoro:q9".*kokoro:q8/],
    ['piper', /piper.* is not installed.*models pull/],
    ['piper:en_US-nobody-high', /no model "piper:en_US-nobody-high"/],
    [
      'kokoro:/nowhere/model.onnx',
      /--speech has a fault:\s+speech: there is no model file \/nowhere\/model\.onnx/
    ],
    ['azure:eastus', /DUOLOGUE_SPEECH_KEY/]
  ])('%s', async (speech, why) => {
    await expectRefusal(speech, why)
  })

  test.skipIf(!hasStandIns)(
    `a file that is cut off, or no model, or another model${NO_STAND_INS}`,
    async () => {
      const { model, voicesDir } = await kokoroStandIn({ small: true })
      const folder = await newHome()
      await symlink(voicesDir, join(folder, 'voices'))
      const [cut, text, piper] = ['cut.onnx', 'text.onnx', 'piper.onnx'].map(name => join(folder, name)) as [
        string,
        string,
        string
      ]
      await copyFile(model, cut)
      await truncate(cut, 1_000_000)
      await writeFile(text, 'no model at all')
      await copyFile(await piperStandIn(), piper)
      await expectRefusal(`kokoro:${cut}`, /cut\.onnx.*(?:cut|short|incomplete|whole)/)
      await expectRefusal(`kokoro:${text}`, /text\.onnx/)
      await expectRefusal(`kokoro:${piper}`, /piper\.onnx.*input_lengths.*input_ids/s)
      await expectRefusal(`kokoro:${join(dirname(model), 'voices', 'af_heart.bin')}`, /af_heart\.bin/)
    }
  )
})

async function expectRefusal(speech: string, why: RegExp): Promise<void> {
  const home = await newHome()
  const { code, stderr } = await runMain(['demo', '--home', home, '--speech', speech])
  expect([speech, code, stderr]).toEqual([speech, 2, expect.stringMatching(why)])
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(await readdir(home)).toEqual([])
}
