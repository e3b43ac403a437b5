import type { Settings } from '../config/load-settings.ts'
import type { Library } from '../domain/library.ts'
import type { Show } from '../domain/show.ts'
import { dayIn, standingOrderSchema, type StandingOrder } from '../domain/standing-order.ts'
import { askDue, missedRun } from '../jobs/due-orders.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'
import { syncSchedules } from '../jobs/schedules.ts'
import { settleOrder, toOrder } from './episode-request.ts'
import type { Station } from './open-station.ts'

/**
 * Leaves each show's standing order in the library, sets the schedules, asks for what they missed while nobody
 * worked, and returns a line on each.
 */
export async function keepSchedules(
  { queue, ports }: Pick<Station, 'queue' | 'ports'>,
  settings: Settings,
  now = new Date()
): Promise<string[]> {
  if (queue === null) return []
  const missed: { show: string; due: Date }[] = []
  for (const show of settings.shows) {
    const before = await findOrder(ports.library, show.id)
    const due = before === null ? null : await missedBy(ports.library, before, show, now)
    if (due !== null) missed.push({ show: show.id, due })
    const order = await settleOrder(ports, toOrder(settings, show))
    await leaveOrder(ports.library, { ...order, ...scheduledSince(before, show, now) })
  }
  await forgetRemoved(ports.library, settings.shows)
  await syncSchedules(queue, settings.shows)
  for (const { show, due } of missed) await askDue(queue, show, due)
  return [...(await scheduleLines(queue)), ...missed.map(({ show, due }) => lateLine(show, due, now))]
}

const leaveOrder = (library: Library, order: StandingOrder): Promise<void> =>
  library.writeShowFile(order.show.id, 'show.json', `${JSON.stringify(order, null, 2)}\n`)

/** A show that comes back later has missed nothing meanwhile. */
async function forgetRemoved(library: Library, shows: readonly Show[]): Promise<void> {
  for (const id of await library.shows()) {
    if (shows.some(show => show.id === id)) continue
    const { scheduledSince, ...order } = (await findOrder(library, id)) ?? {}
    if (scheduledSince !== undefined) await leaveOrder(library, standingOrderSchema.parse(order))
  }
}

/** What the last start left; null where there was none, or it cannot be read. */
async function findOrder(library: Library, show: string): Promise<StandingOrder | null> {
  const bytes = await library.readShowFile(show, 'show.json')
  if (bytes === null) return null
  try {
    return standingOrderSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** The run that the schedule of then owes, unless its episode has been asked for. */
async function missedBy(
  library: Library,
  { show: before, scheduledSince }: StandingOrder,
  show: Show,
  now: Date
): Promise<Date | null> {
  if (scheduledSince === undefined || show.schedule === undefined) return null
  const due = missedRun(before, new Date(scheduledSince), now)
  if (due === null) return null
  const ref = { show: show.id, episode: dayIn(show.timeZone, due) }
  return (await library.has(ref, 'request.json')) ? null : due
}

function scheduledSince(
  before: StandingOrder | null,
  show: Show,
  now: Date
): Pick<StandingOrder, 'scheduledSince'> {
  if (show.schedule === undefined) return {}
  const stands = before?.show.schedule === show.schedule && before.show.timeZone === show.timeZone
  const since = stands ? before.scheduledSince : undefined
  // A clock that was ahead would have nothing missed until then.
  return { scheduledSince: since !== undefined && new Date(since) <= now ? since : now.toISOString() }
}

async function scheduleLines(queue: JobQueue): Promise<string[]> {
  const schedules = await queue.schedules('fetch')
  return schedules.map(
    ({ id, cron, timeZone, next }) =>
      `schedule  ${id}: ${cron} (${timeZone}), next ${next?.toISOString() ?? 'never'}`
  )
}

function lateLine(show: string, due: Date, now: Date): string {
  const hours = ((now.getTime() - due.getTime()) / 3_600_000).toFixed(1)
  return `late      ${show}: the run of ${due.toISOString()} was missed, ${hours} h ago; it is made now`
}
