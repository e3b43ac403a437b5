import { PullError } from './pull-error.ts'

export interface StallLimit {
  /** Aborted by the caller's signal, or where nothing came for too long. */
  signal: AbortSignal
  /** Something came. */
  touch(): void
  end(): void
}

/** Gives up where nothing comes for `stallMs`. */
export function createStallLimit(stallMs: number, host: string, signal: AbortSignal): StallLimit {
  const stalled = new AbortController()
  const giveUp = () =>
    stalled.abort(new PullError(`no byte came from ${host} for ${stallMs / 1000} s`, { retryable: true }))
  const timer = setTimeout(giveUp, stallMs)
  return {
    signal: AbortSignal.any([signal, stalled.signal]),
    touch: () => void timer.refresh(),
    end: () => clearTimeout(timer)
  }
}
