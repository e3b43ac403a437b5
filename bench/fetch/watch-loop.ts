import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

const EVERY_MS = 5

export interface Watched<T> {
  result: T
  ms: number
  /** The longest time that the event loop stood still, as perf_hooks has it. */
  blockedMs: number
  /** The same, as a timer of 5 ms saw it. */
  lateMs: number
  /** Highest resident memory during the work, MiB. */
  rssMib: number
}

const MIB = 2 ** 20

/** Runs work and looks how long nothing else could run meanwhile. */
export async function watchLoop<T>(work: () => T | Promise<T>): Promise<Watched<T>> {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS })
  let [last, late, rss] = [performance.now(), 0, process.memoryUsage.rss()]
  const look = (): void => {
    const now = performance.now()
    late = Math.max(late, now - last - EVERY_MS)
    last = now
    rss = Math.max(rss, process.memoryUsage.rss())
  }
  const timer = setInterval(look, EVERY_MS)
  delay.enable()
  // Both clocks have to tick before the work and after it, or they miss what blocks from the start or to the end.
  await sleep(10 * EVERY_MS)
  const began = performance.now()
  const result = await work()
  const ms = performance.now() - began
  await sleep(10 * EVERY_MS)
  delay.disable()
  clearInterval(timer)
  return {
    result,
    ms: Math.round(ms),
    blockedMs: Math.round(delay.max / 1e6 - EVERY_MS),
    lateMs: Math.round(late),
    rssMib: Math.round(rss / MIB)
  }
}
