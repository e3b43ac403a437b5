/** Lends a signal that is aborted with `signal`, or with `late` as its reason when the time is over; then the reason is what is thrown. */
export async function withDeadline<T>(
  signal: AbortSignal,
  mostMs: number,
  late: Error,
  work: (either: AbortSignal) => Promise<T>
): Promise<T> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(late), mostMs)
  const either = AbortSignal.any([signal, deadline.signal])
  try {
    either.throwIfAborted()
    return await work(either)
  } catch (error) {
    either.throwIfAborted()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
