import { setTimeout as sleepFor } from 'node:timers/promises'
import { untilAborted } from '../../domain/until-aborted.ts'

export interface TurnOptions {
  signal?: AbortSignal | undefined
  /** Left between the end of the turn before and the start of this one. */
  pauseMs: number
}

export interface HostTurns {
  run<T>(host: string, options: TurnOptions, work: () => Promise<T>): Promise<T>
}

export interface Clock {
  /** Milliseconds; only differences count. */
  nowMs(): number
  sleep(ms: number, signal?: AbortSignal): Promise<unknown>
}

const CLOCK: Clock = {
  nowMs: () => performance.now(),
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal })
}

/** As long as a host may want between two requests: what is older than that is forgotten. */
const REMEMBER_MS = 60_000

interface Line {
  last: Promise<void>
  waiting: number
  endedMs: number
}

/** One piece of work at a time for each host, in the order asked. */
export function createHostTurns({ nowMs, sleep }: Clock = CLOCK): HostTurns {
  const lines = new Map<string, Line>()

  function forgetIdle(): void {
    for (const [host, { waiting, endedMs }] of lines)
      if (waiting === 0 && nowMs() - endedMs > REMEMBER_MS) lines.delete(host)
  }

  function lineOf(host: string): Line {
    const known = lines.get(host)
    if (known !== undefined) return known
    forgetIdle()
    const line = { last: Promise.resolve(), waiting: 0, endedMs: -Infinity }
    lines.set(host, line)
    return line
  }

  return {
    async run(host, { signal, pauseMs }, work) {
      const line = lineOf(host)
      const before = line.last
      let end = (): void => undefined
      line.last = new Promise(resolve => (end = resolve))
      line.waiting += 1
      try {
        await untilAborted(before, [signal])
        const waitMs = line.endedMs + pauseMs - nowMs()
        if (waitMs > 0) await sleep(waitMs, signal)
        try {
          return await work()
        } finally {
          line.endedMs = nowMs()
        }
      } finally {
        line.waiting -= 1
        // Who gives up waiting does not let the next one start before the turn ahead of it has ended.
        void before.then(end)
      }
    }
  }
}
