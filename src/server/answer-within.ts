import { setTimeout as sleep } from 'node:timers/promises'

/** What the work gives, or null where that takes longer: a queue on a Redis that is away waits until it is back. */
export async function answerWithin<T>(work: Promise<T>, ms: number): Promise<T | null> {
  const answered = new AbortController()
  const late = sleep(ms, null, { signal: answered.signal }).catch(() => null)
  return Promise.race([work, late]).finally(() => answered.abort())
}
