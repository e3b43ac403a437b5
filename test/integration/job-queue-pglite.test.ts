import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import { PglitePool } from '../../src/jobs/queue/pglite-pool.ts'
import { testQueueCrash } from '../contracts/job-queue-crash.ts'
import { testJobQueue } from '../contracts/job-queue.ts'

testJobQueue('the queue on PGlite, in memory', async () => {
  const queue = await createJobQueue({ dir: 'unused', inMemory: true })
  return { queue, drop: () => queue.close() }
})

testQueueCrash('the queue on PGlite', async () => ({ options: {}, drop: async () => {} }))

describe('the queue on PGlite, in a folder', () => {
  let dir: string

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'duologue-pglite-'))
  })

  afterEach(() => rm(dir, { recursive: true, force: true }))

  test('keeps its jobs and schedules, and is one process at a time', async () => {
    const first = await createJobQueue({ dir })
    await first.add({ stage: 'mix', name: 'mix', id: 'kept', data: { show: 'daily' } })
    const daily = {
      id: 'daily',
      stage: 'fetch',
      name: 'order',
      data: {},
      cron: '0 6 * * *',
      timeZone: 'Asia/Tokyo'
    } as const
    await first.schedule(daily)
    await expect(createJobQueue({ dir })).rejects.toMatchObject({
      name: 'QueueInUseError',
      pid: process.pid,
      message: expect.stringContaining(`in use by process ${process.pid}`)
    })
    await first.close()

    const second = await createJobQueue({ dir })
    expect(await second.find('mix', 'kept')).toMatchObject({ state: 'waiting', data: { show: 'daily' } })
    expect(await second.schedules('fetch')).toMatchObject([
      { id: 'daily', cron: '0 6 * * *', timeZone: 'Asia/Tokyo' }
    ])
    await second.close()
  })

  test('says where it is and what to do when its files are not a database', async () => {
    await mkdir(join(dir, 'pglite'))
    await writeFile(join(dir, 'pglite', 'PG_VERSION'), 'nonsense')
    await expect(createJobQueue({ dir })).rejects.toThrow(
      new RegExp(`The queue in ${join(dir, 'pglite')} cannot be opened .*Move that folder away`, 's')
    )
    await expect(createJobQueue({ dir })).rejects.toThrow('cannot be opened')
  })
})

describe('the pool', () => {
  let pool: PglitePool

  beforeAll(async () => {
    pool = await PglitePool.open(undefined)
  })

  afterAll(() => pool.shutdown())

  test.each([
    ['text', 'text', 'a "b" \\c', 'a "b" \\c'],
    ['text with what PostgreSQL cannot keep', 'text', 'a\0\udc00', 'a\ufffd\ufffd'],
    ['an object', 'jsonb', { a: [1, null, 'x\0'] }, { a: [1, null, 'x\ufffd'] }],
    ['JSON text', 'jsonb', '{"a":1}', { a: 1 }],
    [
      'an array of text',
      'text[]',
      ['a', 'b"c\\d', null, '', 'NULL', '{}'],
      ['a', 'b"c\\d', null, '', 'NULL', '{}']
    ],
    [
      'an array of arrays',
      'int[]',
      [
        [1, 2],
        [3, 4]
      ],
      [
        [1, 2],
        [3, 4]
      ]
    ],
    ['a big number', 'bigint', 2 ** 53, '9007199254740992'],
    ['a truth', 'boolean', true, true],
    ['nothing', 'text', undefined, null],
    ['a date', 'timestamptz', new Date(0), new Date(0)]
  ])('takes and gives %s as pg does', async (_, type, value, expected) => {
    const { rows, rowCount } = await pool.query<{ value: unknown }>(`SELECT $1::${type} AS value`, [value])
    expect(rows).toEqual([{ value: expected }])
    expect(rowCount).toBe(1)
  })

  test('passes errors on with their code', async () => {
    await expect(pool.query('SELECT 1/0')).rejects.toMatchObject({ code: '22012' })
  })
})
