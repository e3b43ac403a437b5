import type { Bull } from './bull.ts'
import type { JobRef } from './envelope.ts'
import type { JobEvents } from './job-events.ts'
import type { JobResult } from './job-queue.ts'
import { lookUp, reasonOf } from './look-up.ts'

/** The first look again comes soon: events take a moment to be heard. */
const POLL_MS = { first: 50, most: 1000 }

/** Follows the state of a job, looked at once a second and whenever an event says that it has ended. */
export async function waitForJob(
  bull: Bull,
  events: JobEvents,
  ref: JobRef,
  signal?: AbortSignal
): Promise<JobResult> {
  let wake = (): void => {}
  const stopListening = events.listen(
    ({ type, id }) => {
      if (id === ref.id && (type === 'completed' || type === 'failed')) wake()
    },
    [ref.stage]
  )
  try {
    for (let pollMs = POLL_MS.first; ; pollMs = Math.min(pollMs * 2, POLL_MS.most)) {
      signal?.throwIfAborted()
      const woken = new Promise<void>(resolve => (wake = resolve))
      const found = await lookUp(bull, ref)
      if (found === null)
        throw new Error(
          `There is no job ${ref.id} in the ${ref.stage} queue, or it was cancelled while it waited`
        )
      if (found.state === 'completed') return found.job.returnvalue
      if (found.state === 'failed') throw new Error(reasonOf(found.job))
      await pause(woken, pollMs, signal)
    }
  } finally {
    stopListening()
  }
}

async function pause(woken: Promise<void>, pollMs: number, signal: AbortSignal | undefined): Promise<void> {
  let end = (): void => {}
  const ended = new Promise<void>(resolve => (end = resolve))
  const timer = setTimeout(end, pollMs)
  signal?.addEventListener('abort', end, { once: true })
  await Promise.race([woken, ended])
  clearTimeout(timer)
  signal?.removeEventListener('abort', end)
}
