/** Runs the work over the items in their order, so many at once; the first failure stops the others and is thrown. */
export async function runLanes<T>(
  items: readonly T[],
  lanes: number,
  signal: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>
): Promise<void> {
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const queue = items.values()
  const runLane = async () => {
    for (const item of queue) {
      either.throwIfAborted()
      await work(item, either)
    }
  }
  const guarded = () =>
    runLane().catch((error: unknown) => {
      if (!failed.signal.aborted) failed.abort(error)
    })
  await Promise.all(Array.from({ length: lanes }, guarded))
  signal.throwIfAborted()
  failed.signal.throwIfAborted()
}
