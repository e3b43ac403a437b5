import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import { reportSchema } from '../../src/domain/report.ts'
import { scriptSchema, type Script } from '../../src/domain/script.ts'
import type { Show } from '../../src/domain/show.ts'
import { takesSchema } from '../../src/domain/take.ts'
import { firstJob } from '../../src/jobs/jobs-after.ts'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import { startWorkers } from '../../src/workers/start-workers.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { redisMissing, startRedis } from '../helpers/redis-server.ts'
import { renderPorts, speakingAt, writtenLibrary, writtenScript } from '../helpers/render-desk.ts'
import { sampleAssignment } from '../helpers/sample-assignment.ts'
import { sampleShow } from '../helpers/sample-show.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/feeds/', import.meta.url))
const samples = readdirSync(SAMPLES).map(name => SAMPLES + name)
const show: Show = { ...sampleShow, minutes: 2, stories: 4, music: false }
const DAY = '2025-08-29'
const ref = { show: show.id, episode: DAY }
const request: EpisodeRequest = {
  show,
  episode: DAY,
  date: DAY,
  now: `${DAY}T12:00:00Z`,
  writer: 'builtin',
  speech: 'flite',
  publicUrl: 'http://localhost:7474',
  allowPrivateAddresses: false,
  skipTold: true
}

const openPglite = async () => {
  const queue = await openQueue()
  return { queue, drop: () => queue.close() }
}
const openRedis = async () => {
  const redis = await startRedis()
  const queue = await createJobQueue({ dir: 'unused', redisUrl: redis.url })
  const drop = async (): Promise<void> => {
    await queue.close()
    await redis.stop()
  }
  return { queue, drop }
}

const read = async (library: Library) => ({
  script: await library.readJson(ref, 'script.json', scriptSchema),
  takes: await library.readJson(ref, 'takes.json', takesSchema),
  render: (await library.readJson(ref, 'report.json', reportSchema))?.stages.render
})

const stores = [
  { store: 'PGlite', open: openPglite, skip: false },
  {
    store: redisMissing === null ? 'Redis' : `Redis (skipped: ${redisMissing})`,
    open: openRedis,
    skip: redisMissing !== null
  }
]

describe.each(stores)('the length after the render, on $store', ({ open, skip }) => {
  let queue: JobQueue
  let drop = async (): Promise<void> => {}
  let assignment: Assignment
  let written: Script
  let runs = 0

  beforeAll(async () => {
    if (skip) return
    ;({ queue, drop } = await open())
    assignment = await sampleAssignment(samples, DAY, show, { Sarah: 160, Ray: 160 })
    written = await writtenScript(assignment)
  })
  afterAll(() => drop())

  /** A new run of the render stage to its end, or to its failure. */
  async function render(library: Library, speech: SpeechModel, run = `r${++runs}`): Promise<string> {
    const workers = startWorkers({
      queue,
      ports: renderPorts(library, speech),
      stages: ['render'],
      cores: 2,
      onError: () => {}
    })
    const job = { ...firstJob('render', { ...ref, run }), attempts: 1 }
    try {
      const known = await queue.find('render', job.id)
      await (known === null ? queue.add(job) : queue.retry('render', job.id))
      await queue.wait('render', job.id)
      return run
    } finally {
      await workers.close(10_000)
    }
  }

  const libraryOf = (script: Script): Promise<Library> => writtenLibrary(request, assignment.rundown, script)

  test.skipIf(skip)('a voice that speaks as its card says needs no correction', async () => {
    const library = await libraryOf(written)
    await render(library, speakingAt(1).speech)
    const { script, render: report } = await read(library)
    expect(script).toEqual(written)
    expect(report?.length).toMatchObject({ askedSeconds: 120, corrected: null })
    expect(Math.abs((report?.length?.share ?? 0) - 1)).toBeLessThanOrEqual(0.05)
  })

  test.skipIf(skip).each([
    ['20 % slower', 1.2, 'dropped', 'added'],
    ['20 % faster', 1 / 1.2, 'added', 'dropped']
  ] as const)('a voice that is %s is corrected once, and stays so', async (_how, slowness, does, doesNot) => {
    const library = await libraryOf(written)
    const { speech, said } = speakingAt(slowness)
    await render(library, speech)
    const first = await read(library)
    const length = first.render?.length
    expect(Math.abs((length?.share ?? 0) - 1)).toBeLessThanOrEqual(0.05)
    expect(length).not.toHaveProperty('reason')
    expect(length?.corrected?.[does].length).toBeGreaterThan(0)
    expect(length?.corrected?.[doesNot]).toEqual([])
    expect(first.script?.corrected).toEqual(length?.corrected)
    expect(first.takes?.takes.map(({ turn }) => turn)).toEqual(first.script?.turns.map(({ id }) => id))
    expect(first.render).toMatchObject({ takes: first.script?.turns.length })

    const calls = said.length
    await render(library, speech)
    expect(await read(library)).toMatchObject({
      script: first.script,
      takes: first.takes,
      render: { length }
    })

    await library.writeJson(ref, 'takes.json', {
      inputHash: 'gone',
      speech: 'none',
      takes: first.takes?.takes
    })
    await render(library, speech)
    expect(await read(library)).toMatchObject({
      script: first.script,
      takes: first.takes,
      render: { length }
    })
    expect(said.length).toBe(calls)
  })

  test.skipIf(skip)('an edited script stays as it is, and the report says so', async () => {
    const [first, ...rest] = written.turns
    const turns =
      first === undefined ? rest : [{ ...first, text: `${first.text} It is a fine day.` }, ...rest]
    const edited = { ...written, turns }
    const library = await libraryOf(edited)
    await render(library, speakingAt(1.3).speech)
    const { script, render: report } = await read(library)
    expect(script).toEqual(edited)
    expect(report?.length?.share).toBeGreaterThan(1.2)
    expect(report?.length).toMatchObject({
      corrected: null,
      reason: 'script.json was edited by hand and stays as it is'
    })
  })

  test.skipIf(skip)('a corrected script that a person then edits stays as edited', async () => {
    const library = await libraryOf(written)
    const { speech } = speakingAt(1.2)
    await render(library, speech)
    const { script } = await read(library)
    const edited = { ...script, turns: script?.turns.filter(({ kind }) => kind !== 'detail') }
    await library.writeJson(ref, 'script.json', edited)
    await render(library, speech)
    const after = await read(library)
    expect(after.script).toEqual(edited)
    expect(after.takes?.takes).toHaveLength(edited.turns?.length ?? 0)
    expect(after.render?.length?.reason).toMatch(/edited by hand/)
  })

  test.skipIf(skip)('with nothing prepared, the report says why it is too short', async () => {
    const { spare: _, ...bare } = written
    const library = await libraryOf(bare)
    await render(library, speakingAt(0.8).speech)
    const { script, render: report } = await read(library)
    expect(script).toEqual(bare)
    expect(report?.length).toMatchObject({ corrected: null })
    expect(report?.length?.reason).toMatch(/^the feeds have no more that may be told/)
  })

  test.skipIf(skip).each([
    ['before the corrected script is written', 'script.json', 'before'],
    ['after the corrected script is written', 'script.json', 'after'],
    ['before the list of takes is written', 'takes.json', 'before'],
    ['after the list of takes is written', 'takes.json', 'after']
  ] as const)('killed %s, the next start comes to the same', async (_when, file, at) => {
    const { speech } = speakingAt(1 / 1.2)
    const whole = await libraryOf(written)
    await render(whole, speech)
    const wished = await read(whole)

    const library = await libraryOf(written)
    const writeJson: Library['writeJson'] = async (ref, name, value) => {
      if (name === file && at === 'before') throw new Error('killed')
      await library.writeJson(ref, name, value)
      if (name === file) throw new Error('killed')
    }
    const run = `r${++runs}`
    await expect(render({ ...library, writeJson }, speech, run)).rejects.toThrow('killed')
    await render(library, speech, run)
    const { script, takes, render: report } = await read(library)
    expect({ script, takes }).toEqual({ script: wished.script, takes: wished.takes })
    expect(report?.length).toEqual(wished.render?.length)
  })
})
