import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { packageRoot } from '../../src/config/load-settings.ts'
import { episodeRequestSchema, episodeSchema } from '../../src/domain/episode.ts'
import { sha256 } from '../../src/domain/hash.ts'
import { lengthReportSchema, reportSchema } from '../../src/domain/report.ts'
import { rundownSchema } from '../../src/domain/rundown.ts'
import { scriptSchema } from '../../src/domain/script.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import type { FaultKind } from '../../src/stages/write/check/fault.ts'
import { validateScript } from '../../src/stages/write/validate-script.ts'
import { json, startChatServer, type ChatServer } from '../helpers/chat-server.ts'
import { goodAnswer } from '../helpers/good-writer.ts'
import { measureAudio } from '../helpers/measure-audio.ts'
import { newHome } from '../helpers/new-home.ts'
import { newLibrary } from '../helpers/new-library.ts'
import { runCli, type CliResult } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { hasStandIns, moeStandIn, NO_STAND_INS } from '../helpers/stand-in-models.ts'

const SLOW = 300_000
const KEY = 'a-key-that-nobody-may-see'
const FEEDS = join(packageRoot, 'samples/feeds')

const modelSchema = z.looseObject({
  calls: z.number(),
  promptTokens: z.number(),
  answerTokens: z.number(),
  faults: z.record(z.string(), z.number()),
  gaveWay: z.string().nullable(),
  tokensPerSecond: z.number().nullable()
})
const accountSchema = z.object({
  models: z.record(z.string(), modelSchema),
  turns: z.object({ proposed: z.number(), passed: z.number(), repaired: z.number(), replaced: z.number() }),
  faults: z.record(z.string(), z.number()),
  segments: z.array(z.object({ title: z.string(), by: z.string() })),
  prompts: z.record(z.string(), z.object({ version: z.number(), sha256: z.string() }))
})

const read = async (dir: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, name), 'utf8'))

const stagesOf = async (dir: string) => reportSchema.parse(await read(dir, 'report.json')).stages
const accountOf = async (dir: string) => accountSchema.parse((await stagesOf(dir)).write?.account)

/** What the check of turns still finds in a script on disk; throws where the script as a whole may not be heard. */
async function faultsIn(dir: string): Promise<{ turn: string; kind: FaultKind; message: string }[]> {
  const rundown = rundownSchema.parse(await read(dir, 'rundown.json'))
  const { show } = episodeRequestSchema.parse(await read(dir, 'request.json'))
  const script = scriptSchema.parse(await read(dir, 'script.json'))
  validateScript(script, { show, rundown, wordsPerMinute: {} })
  const context = { rundown, show, date: rundown.date, prompts: [], earlierEpisodes: [] }
  return [...checkScript(script, context)].flatMap(([turn, faults]) =>
    faults.map(({ kind, message }) => ({ turn, kind, message }))
  )
}

/** Every text of a library but what was asked for, by its path. */
async function textsIn(home: string): Promise<[string, string][]> {
  const entries = await readdir(join(home, 'shows'), { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && /\.(?:json|xml|html|vtt|srt)$/.test(entry.name))
  const paths = files.map(({ parentPath, name }) => join(parentPath, name))
  return Promise.all(
    paths
      .filter(path => basename(path) !== 'request.json')
      .map(async path => [path, await readFile(path, 'utf8')])
  )
}

/** Two minutes over the sample feeds; `writer`: a line of the configuration. */
async function writeConfig(folder: string, writer = 'writer: builtin', show: string[] = []): Promise<string> {
  await mkdir(join(folder, 'feeds'))
  const names = await readdir(FEEDS)
  for (const name of names) await copyFile(join(FEEDS, name), join(folder, 'feeds', name))
  const lines = [
    'title: Tiny',
    'description: A short show.',
    `feeds: ${JSON.stringify(names.map(name => `./feeds/${name}`))}`,
    'time_zone: UTC',
    'minutes: 2',
    'stories: 4',
    'music: false',
    ...show
  ]
  const file = join(folder, 'duologue.yaml')
  await writeFile(file, `${writer}\nshows:\n  tiny:\n${lines.map(line => `    ${line}\n`).join('')}`)
  return file
}

const makeConfig = async (writer?: string, show?: string[]): Promise<string> =>
  writeConfig(await newHome(), writer, show)

/** An address where nobody answers: it was someone's until a moment ago. */
async function deadAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return `http://127.0.0.1:${port}/v1`
}

describe.skipIf(!hasStandIns)(
  `two minutes, written by a mixture-of-experts model of random weights${NO_STAND_INS}`,
  () => {
    let home: string
    let dir: string
    let model: string
    let made: CliResult

    beforeAll(async () => {
      home = await newLibrary()
      model = await moeStandIn()
      const at = ['--home', home, '--config', await makeConfig()]
      made = await runCli(['brief', 'tiny', ...at, '--writer', `gguf:${model}`, '--json'])
      dir = String(made.json.dir)
    }, SLOW)

    test('is published, as long as it was asked for', async () => {
      expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('publish')])
      expect(made.json.made).toBe(true)
      const { length } = (await stagesOf(dir)).mix ?? {}
      expect(Math.abs(lengthReportSchema.parse(length).share - 1)).toBeLessThan(0.05)
      expect(await readFile(String(made.json.feed), 'utf8')).toContain('<enclosure')
    })

    test('has none of the nonsense in it: every turn passes the checks again', async () => {
      expect(await faultsIn(dir)).toEqual([])
    })

    test('the report tells what the model did and what was caught', async () => {
      const { models, turns, faults, segments } = await accountOf(dir)
      const told = models['moe-tiny']
      expect(Object.keys(models)).toEqual(['moe-tiny'])
      expect(told).toMatchObject({ architecture: 'qwen3moe', device: 'cpu' })
      for (const figure of ['calls', 'promptTokens', 'answerTokens', 'tokensPerSecond', 'peakMemoryMb'])
        expect(told?.[figure], figure).toBeGreaterThan(0)
      expect(turns.proposed).toBeGreaterThan(0)
      expect(turns.replaced + turns.repaired).toBeGreaterThan(0)
      expect(Object.keys(faults)).not.toEqual([])
      expect(segments).toHaveLength(Number(made.json.stories) + 2)
    })

    test('the summary tells the person why the model gave way', async () => {
      const { gaveWay } = (await accountOf(dir)).models['moe-tiny'] ?? {}
      expect(made.stderr).toMatch(/checked {3}\d+ turns proposed/)
      expect(made.stderr).toContain(`moe-tiny: ${gaveWay}`)
    })

    test('nothing that is kept or published has the path of the model in it', async () => {
      const texts = await textsIn(home)
      expect(texts.length).toBeGreaterThan(8)
      for (const [path, text] of texts) expect(text.includes(dirname(model)), path).toBe(false)
    })
  }
)

describe('a server writes', () => {
  let server: ChatServer
  let name: string

  beforeAll(async () => {
    server = await startChatServer(request => json(goodAnswer(request)), { key: KEY })
    name = `scripted at ${new URL(server.url).host}`
  })
  afterAll(() => server.close())

  test(
    'two minutes of checked turns, and the report says who wrote them and what it cost',
    async () => {
      const home = await newLibrary()
      const config = await makeConfig()
      const args = ['--home', home, '--config', config, '--writer', server.url, '--json']
      const {
        code,
        stderr,
        json: made
      } = await runMain(['brief', 'tiny', ...args], {
        DUOLOGUE_WRITER_KEY: KEY
      })
      expect(code, stderr).toBe(0)
      const dir = String(made.dir)
      expect(made).toMatchObject({ made: true, writer: name })
      expect(scriptSchema.parse(await read(dir, 'script.json')).writer).toBe(name)
      expect(episodeSchema.parse(await read(dir, 'episode.json')).writer).toBe(name)
      const faults = await faultsIn(dir)
      expect(faults.filter(({ kind }) => kind !== 'monotone')).toEqual([])
      expect((await stagesOf(dir)).write?.doubts).toEqual(faults)

      const { durationSeconds } = await measureAudio(String(made.audio))
      expect(Math.abs(durationSeconds / 120 - 1)).toBeLessThan(0.05)

      const { models, turns, segments, prompts, faults: caught } = await accountOf(dir)
      expect(models[name]).toMatchObject({ calls: server.requests.length, gaveWay: null, faults: {} })
      expect(models[name]?.promptTokens).toBeGreaterThan(0)
      expect(models[name]?.answerTokens).toBeGreaterThan(0)
      // Three turns of one length may follow each other by chance, and how long each is depends on the day.
      expect(turns.repaired + turns.replaced).toBeLessThanOrEqual(caught['monotone'] ?? 0)
      expect([...new Set(segments.map(({ by }) => by))]).toEqual([name])
      for (const [prompt, { sha256: hash }] of Object.entries(prompts))
        expect(hash, prompt).toBe(
          sha256(await readFile(join(packageRoot, 'prompts', `${prompt}.md`), 'utf8'))
        )
      expect(Object.keys(prompts).sort()).toEqual(
        expect.arrayContaining(['dialogue', 'digest', 'frame', 'line-up', 'repair'])
      )
      for (const [path, text] of await textsIn(home)) expect(text.includes(KEY), path).toBe(false)
    },
    SLOW
  )

  test(
    'where the first of two does not answer, the second writes, and the report says why',
    async () => {
      const [home, dead] = [await newLibrary(), await deadAddress()]
      // The key is for the first server alone: the second is one that wants none.
      const open = await startChatServer(request => json(goodAnswer(request)))
      const name = `scripted at ${new URL(open.url).host}`
      const models = JSON.stringify([{ model: dead, seconds: 2 }, { model: open.url }])
      const config = await makeConfig(`writer: { models: ${models} }`)
      const args = ['script', 'tiny', '--home', home, '--config', config, '--json']
      const { code, stderr, json: told } = await runMain(args, { DUOLOGUE_WRITER_KEY: KEY })
      expect([code, told.writer], stderr).toEqual([0, name])
      const account = await accountOf(dirname(String(told.file)))
      const [first] = Object.values(account.models)
      expect(first).toMatchObject({ calls: 0, gaveWay: expect.stringMatching(/refused/) })
      expect(open.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
      expect(account.models[name]?.gaveWay).toBeNull()
      expect([...new Set(account.segments.map(({ by }) => by))]).toEqual([name])
      await open.close()
    },
    SLOW
  )
})

describe('a writer that cannot be had is told before anything is made', () => {
  test.each([
    ['a word that means nothing', 'nonsense!', /there is no writer "nonsense!": use builtin.*gguf:PATH/],
    ['a model that is not there', 'poet', /there is no writer "poet".*models that write: granite/],
    ['a model that is not installed', 'granite', /granite is not installed.*duologue models pull granite/],
    ['a model that speaks', 'kokoro', /there is no writer "kokoro".*models that write: granite/],
    ['a path where nothing is', 'gguf:/nope.gguf', /there is no model file \/nope\.gguf/],
    ['nothing', '', /there is no writer ""/]
  ])('%s', async (_, writer, why) => {
    await expectRefusal(['demo', '--writer', writer], why)
  })

  test('a text file and a folder', async () => {
    const folder = await newHome()
    await writeFile(join(folder, 'text.gguf'), 'no model at all')
    await mkdir(join(folder, 'folder.gguf'))
    await expectRefusal(['demo', '--writer', `gguf:${join(folder, 'text.gguf')}`], /text\.gguf is no GGUF/)
    await expectRefusal(
      ['demo', '--writer', `gguf:${join(folder, 'folder.gguf')}`],
      /folder\.gguf is a folder/
    )
  })

  test.skipIf(!hasStandIns)(`a model that is cut short${NO_STAND_INS}`, async () => {
    const file = join(await newHome(), 'cut.gguf')
    await copyFile(await moeStandIn(), file)
    await truncate(file, 3_000_000)
    await expectRefusal(['demo', '--writer', `gguf:${file}`], /cut\.gguf is cut short: it has 3000000 bytes/)
  })

  const HOSTS = JSON.stringify(['Ada', 'Ben', 'Cleo', 'Dov', 'Eve'].map(name => ({ name })))
  const at = 'http://127.0.0.1:9/v1'

  test.each([
    ['an unknown step', `{ models: [{ model: '${at}', steps: [digest, sing] }] }`, [], /digest, line-up/],
    ['a negative budget', `{ models: [{ model: '${at}', tokens: -5 }] }`, [], /writer.*tokens/],
    ['no models', '{ models: [] }', [], /writer/],
    [
      'an interview without a model',
      'builtin',
      ['format: interview'],
      /shows\.tiny\.format: the built-in writer cannot make an interview.*models pull granite/
    ],
    ['five hosts', 'builtin', [`hosts: ${HOSTS}`], /shows\.tiny\.hosts: give 1 to 4 hosts/]
  ])('in the configuration: %s', async (_, writer, show, why) => {
    const config = await makeConfig(`writer: ${writer}`, show)
    await expectRefusal(['brief', 'tiny', '--config', config], why)
  })
})

async function expectRefusal(args: string[], why: RegExp): Promise<void> {
  const home = await newHome()
  const { code, stderr } = await runMain([...args, '--home', home])
  expect([args, code, stderr]).toEqual([args, 2, expect.stringMatching(why)])
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(await readdir(home)).toEqual([])
}
