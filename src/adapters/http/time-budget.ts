import { failureOf, fetchError } from './http-failure.ts'

/** Runs work for as long as is left; time spent between two calls does not count. */
export function createTimeBudget(totalMs: number) {
  let leftMs = totalMs
  return async <T>(url: URL, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>) => {
    const startedMs = performance.now()
    const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(leftMs)))
    try {
      return await work(signal ? AbortSignal.any([signal, deadline]) : deadline)
    } catch (error) {
      signal?.throwIfAborted()
      if (!deadline.aborted) throw failureOf(url, error)
      throw fetchError(url, `the whole answer did not come within ${totalMs / 1000} s`, true, error)
    } finally {
      leftMs -= performance.now() - startedMs
    }
  }
}
