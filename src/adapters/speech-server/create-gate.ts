export type Gate = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>

/** Lets so many pieces of work run at once; the others wait in the order they came, until they are aborted. */
export function createGate(places: number): Gate {
  const waiting = new Set<() => void>()
  let free = places

  const enter = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (free > 0) {
      free--
      return
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.delete(go)
        reject(signal.reason as Error)
      }
      const go = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      waiting.add(go)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
  const exit = (): void => {
    const [next] = waiting
    if (next === undefined) free++
    else {
      waiting.delete(next)
      next()
    }
  }

  return async (work, signal) => {
    await enter(signal)
    try {
      return await work()
    } finally {
      exit()
    }
  }
}
