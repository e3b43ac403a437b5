import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Library } from '../domain/library.ts'
import { countJobs } from '../jobs/count-jobs.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'
import { answerWithin } from './answer-within.ts'
import { bearerOf } from './bearer-of.ts'
import { buildMetrics, METRICS_TYPE } from './build-metrics.ts'
import type { FailureCount } from './count-failures.ts'
import type { RateLimit } from './limit-rate.ts'
import { nothingHere } from './listeners-api.ts'
import { listMetrics, readShowFacts } from './read-metrics.ts'
import { sameSecret } from './same-secret.ts'

export interface OperationsContext {
  home: string
  queue: JobQueue
  library: Library | null
  failures: FailureCount['failures']
  limit: RateLimit
  /** May anybody read the metrics, where they need no token? They name the shows. */
  openMetrics: boolean
  metricsToken: string | undefined
}

const QUEUE_ANSWERS_MS = 3000
const SILENT_QUEUE = 'The queue does not answer.'

/** For what watches over the process: is it there, can it work, and how does it do. */
export function createOperationsApi(context: OperationsContext): Hono {
  const { home, queue, library, failures, limit, openMetrics, metricsToken } = context
  const app = new Hono()
  app.get('/readyz', limit.handler, async answer => {
    const faults = (await Promise.all([faultOfLibrary(home), faultOfQueue(queue)])).filter(Boolean)
    return faults.length === 0 ? answer.text('ok') : answer.text(faults.join('\n'), 503)
  })
  if (library === null) return app
  app.get('/metrics', limit.handler, async answer => {
    const allowed =
      metricsToken === undefined
        ? openMetrics
        : sameSecret(bearerOf(answer.req.header('authorization')), metricsToken)
    if (!allowed) return nothingHere(answer)
    const [facts, counts] = await Promise.all([
      readShowFacts(library),
      answerWithin(countJobs(queue), QUEUE_ANSWERS_MS)
    ])
    if (counts === null) return answer.text(SILENT_QUEUE, 503)
    const text = buildMetrics(listMetrics(facts, counts, failures))
    return answer.body(text, 200, { 'content-type': METRICS_TYPE })
  })
  return app
}

async function faultOfLibrary(home: string): Promise<string | null> {
  const path = join(home, 'run', `ready-${randomUUID()}`)
  try {
    await mkdir(join(home, 'run'), { recursive: true, mode: 0o700 })
    await writeFile(path, 'ok')
    return null
  } catch {
    return 'The library cannot be written to.'
  } finally {
    await rm(path, { force: true }).catch(() => {})
  }
}

async function faultOfQueue(queue: JobQueue): Promise<string | null> {
  const counts = await answerWithin(countJobs(queue), QUEUE_ANSWERS_MS).catch(() => null)
  return counts === null ? SILENT_QUEUE : null
}
