import { setImmediate } from 'node:timers/promises'

let last: Promise<void> = Promise.resolve()

/**
 * Gives the event loop a turn between two long steps of work. Of all that wait here, one goes on in each turn: side by
 * side, the steps of several takes would add up to one long stall.
 */
export function letOthersRun(): Promise<void> {
  last = last.then(() => setImmediate())
  return last
}
