import { appendFileSync } from 'node:fs'
import { createJobQueue, type JobQueueOptions } from '../../src/jobs/queue/create-job-queue.ts'
import { takesOf } from './takes-of.ts'

/** What the process is asked for, as JSON in its first argument. */
export interface QueueWorkerOrder {
  queue: JobQueueOptions
  /** Each start of a job is a line in it. */
  log: string
  /** Starts of this kind of job are the last thing that the process does. */
  deadly: 'hang' | 'take'
  children: number
}

const { queue: options, log, deadly, children } = JSON.parse(process.argv[2] ?? '') as QueueWorkerOrder
const queue = await createJobQueue(options)
const onError = (error: Error): void => console.error(error)

const note = (id: string): void => appendFileSync(log, `${id}\n`)

queue.work(
  'render',
  async job => {
    note(job.id)
    if (deadly === 'take') process.kill(process.pid, 'SIGKILL')
    return new Promise(() => {})
  },
  { concurrency: 1, onError }
)
queue.work(
  'write',
  async job => {
    const outcomes = await job.fanOut(takesOf(job.id, children), { mustPass: true })
    return { takes: outcomes.length }
  },
  { concurrency: 1, onError }
)

await queue.add(
  deadly === 'hang'
    ? { stage: 'render', name: 'take', id: 'lonely', data: {} }
    : { stage: 'write', name: 'write', id: 'parent', data: {} }
)
