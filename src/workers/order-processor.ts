import { z } from 'zod'
import type { Library } from '../domain/library.ts'
import { slugSchema } from '../domain/show.ts'
import { StageError } from '../domain/stage-error.ts'
import { requestDue, standingOrderSchema, type StandingOrder } from '../domain/standing-order.ts'
import { askDue, isLate, runToMake } from '../jobs/due-orders.ts'
import { createEpisodeDesk } from '../jobs/episode-desk.ts'
import type { JobQueue, Processor } from '../jobs/queue/job-queue.ts'

const orderJobSchema = z.object({ show: slugSchema, due: z.iso.datetime().optional() })

/**
 * A schedule came round: asks for the run that is due, by a job that is the same for whoever finds it due; and that
 * job asks for the episode of the day on which it was due.
 */
export const orderProcessor =
  (ports: { library: Library }, queue: JobQueue, clock: () => Date = () => new Date()): Processor =>
  async job => {
    const { show, due } = orderJobSchema.parse(job.data)
    const order = await loadOrder(ports.library, show)
    const now = clock()
    if (due !== undefined) return askForEpisode(ports.library, queue, order, { due: new Date(due), now })
    const run = runToMake(order.show, job.dueAt ?? now, now)
    return run === null ? { order: 'too-late' } : { order: (await askDue(queue, show, run)).id }
  }

async function askForEpisode(
  library: Library,
  queue: JobQueue,
  order: StandingOrder,
  { due, now }: { due: Date; now: Date }
) {
  const late = isLate(due, now)
  const request = requestDue(order, { due, now, late })
  return { episode: request.episode, asked: await createEpisodeDesk(queue, library).request(request), late }
}

async function loadOrder(library: Library, show: string): Promise<StandingOrder> {
  const bytes = await library.readShowFile(show, 'show.json')
  if (bytes === null)
    throw new StageError(
      'fetch',
      `${library.showDir(show)} has no show.json; start \`duologue serve\` once with the show in duologue.yaml`,
      { retryable: false }
    )
  try {
    return standingOrderSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new StageError(
      'fetch',
      `${library.showDir(show)}/show.json cannot be read; start \`duologue serve\` again, which writes it anew`,
      { retryable: false, cause }
    )
  }
}
