import type { Bull } from './bull.ts'
import { forgetFailed } from './child-job.ts'
import { childrenOf, type JobRef } from './envelope.ts'
import { lookUp } from './look-up.ts'

/** Puts a failed job back to work. Its failed children are removed, and the job adds them anew when it starts. */
export async function retryJob(bull: Bull, ref: JobRef): Promise<void> {
  const found = await lookUp(bull, ref)
  if (found === null) throw new Error(`There is no job ${ref.id} in the ${ref.stage} queue`)
  const { job, state } = found
  if (state !== 'failed') throw new Error(`The job ${ref.id} is ${state}: only a failed job can be retried`)
  for (const child of childrenOf(job.data)) {
    const foundChild = await lookUp(bull, child)
    if (foundChild?.state === 'failed') await forgetFailed(foundChild.job, job)
  }
  const { cancelled: _, ...data } = job.data
  await job.updateData(data)
  await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
}
