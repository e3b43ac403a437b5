import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { waitedForCpuMs } from './run-queue.ts'

const EVERY_MS = 5

export interface Watched<T> {
  result: T
  ms: number
  /** The longest time that the event loop stood still, as perf_hooks has it. */
  blockedMs: number
  /** The same, as a timer of 5 ms saw it. */
  lateMs: number
  /** The same without the time in which the machine did other work than ours. */
  ownMs: number
  /** Highest resident memory during the work, MiB. */
  rssMib: number
}

const MIB = 2 ** 20

/** Runs work and looks how long nothing else could run meanwhile. */
export async function watchLoop<T>(work: () => T | Promise<T>): Promise<Watched<T>> {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS })
  let [last, waited, rss] = [performance.now(), waitedForCpuMs(), process.memoryUsage.rss()]
  let [late, own] = [0, 0]
  const look = (): void => {
    const [now, nowWaited] = [performance.now(), waitedForCpuMs()]
    const lateBy = now - last - EVERY_MS
    late = Math.max(late, lateBy)
    own = Math.max(own, lateBy - (nowWaited - waited))
    last = now
    waited = nowWaited
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
    ownMs: Math.round(own),
    rssMib: Math.round(rss / MIB)
  }
}
