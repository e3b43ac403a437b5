/** The result, or the reason of the first signal that is aborted before it comes; `onAbort` is told at once. */
export function untilAborted<T>(
  result: Promise<T>,
  signals: readonly (AbortSignal | undefined)[],
  onAbort: () => void = () => undefined
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stops = signals
      .filter(signal => signal !== undefined)
      .map(signal => ({ signal, stop: stopOf(signal) }))
    function stopOf(signal: AbortSignal): () => void {
      return () => {
        onAbort()
        reject(signal.reason as Error)
      }
    }
    for (const { signal, stop } of stops) {
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    }
    const forget = (): void => {
      for (const { signal, stop } of stops) signal.removeEventListener('abort', stop)
    }
    result.then(resolve, reject).finally(forget)
  })
}
