import type { Settings } from '../config/load-settings.ts'
import { syncSchedules } from '../jobs/schedules.ts'
import { settleOrder, toOrder } from './episode-request.ts'
import type { Station } from './open-station.ts'

/** Leaves each show's standing order in the library, sets the schedules, and returns a line on each. */
export async function keepSchedules({ queue, ports }: Station, settings: Settings): Promise<string[]> {
  if (queue === null) return []
  for (const show of settings.shows) {
    const order = await settleOrder(ports, toOrder(settings, show))
    await ports.library.writeShowFile(show.id, 'show.json', `${JSON.stringify(order, null, 2)}\n`)
  }
  await syncSchedules(queue, settings.shows)
  const schedules = await queue.schedules('fetch')
  return schedules.map(
    ({ id, cron, timeZone, next }) =>
      `schedule  ${id}: ${cron} (${timeZone}), next ${next?.toISOString() ?? 'never'}`
  )
}
