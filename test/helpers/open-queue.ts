import { join } from 'node:path'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { newLibrary } from './new-library.ts'

/** An empty queue on PGlite, for tests of what uses one: close it. */
export const openQueue = async (): Promise<JobQueue> =>
  createJobQueue({ dir: join(await newLibrary(), 'queue') })
