import { z } from 'zod'
import { slugSchema } from '../domain/show.ts'
import { StageError } from '../domain/stage-error.ts'
import { requestOfDay, standingOrderSchema } from '../domain/standing-order.ts'
import type { Ports } from '../compose.ts'
import { createEpisodeDesk } from '../jobs/episode-desk.ts'
import type { JobQueue, Processor } from '../jobs/queue/job-queue.ts'

/** A schedule came round: asks for today's episode of the show. */
export const orderProcessor =
  (ports: Ports, queue: JobQueue): Processor =>
  async job => {
    const { show } = z.object({ show: slugSchema }).parse(job.data)
    const bytes = await ports.library.readShowFile(show, 'show.json')
    if (bytes === null)
      throw new StageError(
        'fetch',
        `${ports.library.showDir(show)} has no show.json; start \`duologue serve\` once with the show in duologue.yaml`,
        { retryable: false }
      )
    const order = standingOrderSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    const request = requestOfDay(order, new Date())
    return { episode: request.episode, asked: await createEpisodeDesk(queue, ports.library).request(request) }
  }
