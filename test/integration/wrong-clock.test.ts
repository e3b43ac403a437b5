import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { compose, type Ports } from '../../src/compose.ts'
import { keepSchedules } from '../../src/cli/keep-schedules.ts'
import { DEMO_CONFIG, loadSettings, type Settings } from '../../src/config/load-settings.ts'
import { standingOrderSchema } from '../../src/domain/standing-order.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { newHome } from '../helpers/new-home.ts'
import { openQueue } from '../helpers/open-queue.ts'

const AHEAD = new Date('2031-05-01T09:00:00Z')
const RIGHT = new Date('2026-11-22T09:00:00Z')
const NEXT_SIX = new Date('2026-11-23T06:00:00Z')

let queue: JobQueue
let settings: Settings
let ports: Ports

beforeAll(async () => {
  const loaded = loadSettings({ config: DEMO_CONFIG, home: await newHome() })
  const shows = loaded.shows.map(show => ({ ...show, schedule: '0 6 * * *', timeZone: 'UTC' }))
  settings = { ...loaded, shows }
  ports = { ...(await compose(settings)), library: createMemoryLibrary() }
  queue = await openQueue()
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await queue.close()
  await ports.release()
})

const startAt = async (now: Date) => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  await keepSchedules({ queue, ports }, settings, now)
  vi.useRealTimers()
  const [{ id } = { id: '' }] = settings.shows
  const order = new TextDecoder().decode((await ports.library.readShowFile(id, 'show.json')) ?? undefined)
  const [schedule] = await queue.schedules('fetch')
  return [schedule?.next, standingOrderSchema.parse(JSON.parse(order)).scheduledSince]
}

test('a schedule that was set by a clock years ahead comes round again once the clock is right', async () => {
  expect(await startAt(AHEAD)).toEqual([new Date('2031-05-02T06:00:00Z'), AHEAD.toISOString()])
  expect(await startAt(RIGHT)).toEqual([NEXT_SIX, RIGHT.toISOString()])
  const later = new Date('2026-11-22T20:00:00Z')
  expect(await startAt(later)).toEqual([NEXT_SIX, RIGHT.toISOString()])
})
