/**
 * Works on so many items at once, and gives the results in the order of the items. The first failure aborts the work
 * in hand through its signal, begins no more, and is thrown when all of it has ended.
 */
export async function mapBounded<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, signal: AbortSignal) => Promise<R>,
  outer?: AbortSignal
): Promise<R[]> {
  outer?.throwIfAborted()
  const own = new AbortController()
  const results: R[] = []
  const left = items.entries()
  const lane = async (): Promise<void> => {
    for (const [at, item] of left) {
      own.signal.throwIfAborted()
      results[at] = await work(item, own.signal)
    }
  }
  const guardedLane = (): Promise<void> => lane().catch((reason: unknown) => own.abort(reason))
  const stop = (): void => own.abort(outer?.reason)
  outer?.addEventListener('abort', stop, { once: true })
  try {
    const lanes = Math.max(1, Math.min(most, items.length))
    await Promise.all(Array.from({ length: lanes }, guardedLane))
  } finally {
    outer?.removeEventListener('abort', stop)
  }
  own.signal.throwIfAborted()
  return results
}
