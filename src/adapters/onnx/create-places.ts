/** Leaves the place to the next. */
export type Leave = () => void

export interface Places {
  /** Waits for a free place; whoever brings most work goes first. */
  enter(work: number, signal?: AbortSignal): Promise<Leave>
  /** From now on there are only so many places. */
  narrow(count: number): void
  /** Turns away all who wait. */
  close(reason: Error): void
}

interface Waiting {
  work: number
  admit: () => void
  refuse: (reason: unknown) => void
}

/** A number of places to work at: long work first, so that the last to end is a short one. */
export function createPlaces(places: number): Places {
  const waiting: Waiting[] = []
  let count = places
  let free = places

  const admitNext = (): void => {
    if (free <= 0 || waiting.length === 0) return
    const most = Math.max(...waiting.map(({ work }) => work))
    const [next] = waiting.splice(
      waiting.findIndex(({ work }) => work === most),
      1
    )
    free--
    next?.admit()
  }
  const leaveOnce = (): Leave => {
    let left = false
    return () => {
      if (left) return
      left = true
      free++
      admitNext()
    }
  }

  return {
    enter: (work, signal) =>
      new Promise((resolve, reject) => {
        const remove = (): void => signal?.removeEventListener('abort', onAbort)
        const entry: Waiting = {
          work,
          admit: () => (remove(), resolve(leaveOnce())),
          refuse: reason => (remove(), reject(reason as Error))
        }
        const onAbort = (): void => {
          waiting.splice(waiting.indexOf(entry), 1)
          entry.refuse(signal?.reason)
        }
        if (signal?.aborted) return reject(signal.reason as Error)
        signal?.addEventListener('abort', onAbort, { once: true })
        waiting.push(entry)
        admitNext()
      }),
    narrow(to) {
      free -= Math.max(0, count - to)
      count = Math.min(count, to)
    },
    close(reason) {
      for (const { refuse } of waiting.splice(0)) refuse(reason)
    }
  }
}
