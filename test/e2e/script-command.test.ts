import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { episodeSchema } from '../../src/domain/episode.ts'
import { reportSchema } from '../../src/domain/report.ts'
import { rundownSchema } from '../../src/domain/rundown.ts'
import { scriptSchema, type Script } from '../../src/domain/script.ts'
import { json, startChatServer } from '../helpers/chat-server.ts'
import { createGate } from '../helpers/create-gate.ts'
import { goodAnswer } from '../helpers/good-writer.ts'
import { newLibrary } from '../helpers/new-library.ts'
import { startCli, type CliResult, type StartedCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000

interface Desk {
  home: string
  run(...args: string[]): Promise<CliResult>
  start(...args: string[]): StartedCli
}

/** A library with one show of one minute, and the command line for it. */
async function openDesk(): Promise<Desk> {
  const home = await newLibrary()
  const common = ['--home', home, '--config', await writeTinyConfig(home)]
  return {
    home,
    run: (...args) => runMain([...args, ...common]),
    start: (...args) => startCli([...args, ...common])
  }
}

const readScript = async (file: string): Promise<Script> =>
  scriptSchema.parse(JSON.parse(await readFile(file, 'utf8')))

/** Puts other words into the second turn of the first story; gives the whole script as it then is. */
async function editScript(file: string, words: string): Promise<Script> {
  const script = await readScript(file)
  const told = script.segments.find(({ kind }) => kind === 'story')
  const turn = script.turns.filter(({ segment }) => segment === told?.id).at(-1)
  if (turn !== undefined) turn.text = words
  await writeFile(file, JSON.stringify(script, null, 2))
  return script
}

const saidIn = async (dir: string): Promise<string> =>
  (await readFile(join(dir, 'transcript.vtt'), 'utf8')).replace(/\s+/g, ' ')

const episodeOf = async (dir: string) =>
  episodeSchema.parse(JSON.parse(await readFile(join(dir, 'episode.json'), 'utf8')))

const takesIn = async (home: string): Promise<string[]> =>
  (await readdir(join(home, 'takes'))).filter(name => name.endsWith('.wav'))

const stagesOf = async (dir: string) =>
  reportSchema.parse(JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'))).stages

/** Waits until a command has said something, or has ended. */
async function heard({ child }: StartedCli, words: string): Promise<void> {
  let log = ''
  child.stderr?.on('data', chunk => (log += chunk))
  while (!log.includes(words) && child.exitCode === null) await sleep(20)
}

describe('script', () => {
  let desk: Desk
  let first: CliResult
  let file: string
  let day: string

  beforeAll(async () => {
    desk = await openDesk()
    first = await desk.run('script', 'tiny', '--json')
    file = String(first.json.file)
    day = String(first.json.episode)
  }, SLOW)

  test('writes the script and stops: nothing is spoken, mixed or published', async () => {
    expect(first.code, first.stderr).toBe(0)
    const { title, writer, turns } = await readScript(file)
    expect(first.json).toMatchObject({ show: 'tiny', title, writer, turns: turns.length })
    expect(first.stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(first.stderr).toContain(`duologue render tiny ${day}`)
    expect(first.stderr).not.toContain('render   started')
    const left = await readdir(dirname(file))
    expect(left.filter(name => /mp3|takes|transcript|episode\.json|\.part\./.test(name))).toEqual([])
    expect(existsSync(join(desk.home, 'takes'))).toBe(false)
    expect(existsSync(join(desk.home, 'shows/tiny/feed.xml'))).toBe(false)
  })

  test(
    'shows each turn with its sources by number, today’s and by its day, and writes nothing anew',
    async () => {
      const before = await readFile(file, 'utf8')
      const [again, byDay] = [
        await desk.run('script', 'tiny', '--print'),
        await desk.run('script', 'tiny', day, '--print')
      ]
      expect([again.code, byDay.code], again.stderr).toEqual([0, 0])
      expect(byDay.stdout).toBe(again.stdout)
      expect(again.stderr).not.toContain('started')
      expect(await readFile(file, 'utf8')).toBe(before)

      const { turns, segments, title } = await readScript(file)
      const rundown = rundownSchema.parse(
        JSON.parse(await readFile(join(dirname(file), 'rundown.json'), 'utf8'))
      )
      const items = new Map(rundown.stories.flatMap(story => story.items.map(item => [item.id, item])))
      expect(again.stdout).toContain(`# ${title}\nwritten by builtin\n`)
      for (const { id, host, text, items: cited, segment } of turns) {
        const isStory = segments.find(each => each.id === segment)?.kind === 'story'
        const line = again.stdout.split('\n').find(each => each.startsWith(`${id}  `)) ?? ''
        expect(line).toContain(`${host}: ${text}`)
        expect(/ \[\d+(?:, \d+)*\]$/.test(line), line).toBe(isStory)
        for (const source of isStory ? cited : [])
          expect(again.stdout).toContain(`${items.get(source)?.title} <${items.get(source)?.url}>`)
      }
    },
    SLOW
  )

  test.each([
    ['a day that has none', ['tiny', '2020-01-01'], () => `There is no script of tiny 2020-01-01`],
    ['no day', ['tiny', 'yesterday'], () => 'an episode is named by its day, for example'],
    ['a show that is not there', ['evening'], () => 'has no show "evening"; name one of: tiny'],
    ['neither', ['evening', '2020-01-01'], () => 'There is no script of evening 2020-01-01']
  ])('%s is exit 2, with what there is', async (_, args, why) => {
    const { code, stderr } = await desk.run('script', ...args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(why())])
    if (args[0] === 'tiny' && args[1] === '2020-01-01') expect(stderr).toContain(`there is: ${day}`)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test(
    'edited, brief goes on from it, and edited again, render speaks it; nobody writes it anew',
    async () => {
      const feeds = (await stagesOf(dirname(file))).fetch?.startedAt
      const edited = await editScript(file, 'Nobody but the editor has ever said these words.')
      const made = await desk.run('brief', 'tiny', '--json')
      expect(made.code, made.stderr).toBe(0)
      expect(made.stderr).not.toMatch(/^(?:fetch|write) /m)
      const dir = String(made.json.dir)
      expect(dir).toBe(dirname(file))
      expect(await saidIn(dir)).toContain('Nobody but the editor has ever said these words.')
      expect(await readScript(file)).toEqual(edited)
      expect((await stagesOf(dir)).fetch?.startedAt).toBe(feeds)

      const [before, takes] = [await episodeOf(dir), await takesIn(desk.home)]
      const twice = await editScript(file, 'And now the editor has thought of better words.')
      const again = await desk.run('render', 'tiny', day, '--json')
      expect(again.code, again.stderr).toBe(0)
      expect(await saidIn(dir)).toContain('And now the editor has thought of better words.')
      expect(await saidIn(dir)).not.toContain('Nobody but the editor')
      expect(await readScript(file)).toEqual(twice)
      expect((await stagesOf(dir)).render).toMatchObject({
        takesMade: 1,
        takesReused: twice.turns.length - 1
      })
      expect((await takesIn(desk.home)).filter(take => !takes.includes(take))).toHaveLength(1)
      const after = await episodeOf(dir)
      expect([after.guid, after.publishedAt]).toEqual([before.guid, before.publishedAt])
      expect(after.sha256).not.toBe(before.sha256)
    },
    SLOW
  )
})

test(
  'asked of the process that has the queue; and an edited script outlives the queue that it was asked of',
  async () => {
    const desk = await openDesk()
    const worker = desk.start('worker')
    await heard(worker, 'working fetch')
    const { code, stderr, json: told } = await desk.run('script', 'tiny', '--json')
    worker.child.kill('SIGTERM')
    expect([code, (await worker.ended).code], stderr).toEqual([0, 0])
    const file = String(told.file)
    expect((await readdir(dirname(file))).filter(name => /mp3|takes/.test(name))).toEqual([])

    const edited = await editScript(file, 'Only the editor has said so.')
    await rm(join(desk.home, 'queue'), { recursive: true })
    const made = await desk.run('brief', 'tiny', '--json')
    expect(made.code, made.stderr).toBe(0)
    expect(await readScript(file)).toEqual(edited)
    expect(await saidIn(String(made.json.dir))).toContain('Only the editor has said so.')
  },
  SLOW
)

test(
  'where the episode is asked for while its script is written, the run goes on to the end',
  async () => {
    const gate = createGate()
    const server = await startChatServer(async request => {
      await gate.passed
      return json(goodAnswer(request))
    })
    try {
      const desk = await openDesk()
      const writer = ['--writer', server.url, '--json']
      const script = desk.start('script', 'tiny', ...writer)
      await heard(script, 'write    started')
      const brief = desk.start('brief', 'tiny', ...writer)
      await heard(brief, 'is being made already')
      gate.open()
      const [one, two] = await Promise.all([script.ended, brief.ended])
      expect([one.code, two.code], one.stderr + two.stderr).toEqual([0, 0])
      expect(two.json).toMatchObject({ show: 'tiny', writer: one.json.writer })
      expect(existsSync(String(two.json.audio))).toBe(true)
    } finally {
      gate.open()
      await server.close()
    }
  },
  SLOW
)
