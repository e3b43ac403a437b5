import type { Show } from '../domain/show.ts'
import type { JobQueue } from './queue/job-queue.ts'

/** Makes the queue's schedules those of the shows: new ones set, changed ones changed, others removed. */
export async function syncSchedules(queue: JobQueue, shows: readonly Show[]): Promise<void> {
  const wanted = shows.filter(show => show.schedule !== undefined)
  for (const { id, schedule, timeZone } of wanted) {
    await queue.schedule({
      id,
      stage: 'fetch',
      name: 'order',
      data: { show: id },
      cron: schedule ?? '',
      timeZone,
      attempts: 5,
      backoffMs: 30_000
    })
  }
  for (const { id } of await queue.schedules('fetch')) {
    if (!wanted.some(show => show.id === id)) await queue.unschedule('fetch', id)
  }
}
