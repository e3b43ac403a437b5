import { setTimeout as sleep } from 'node:timers/promises'
import type { EpisodeRef } from '../domain/episode.ts'
import type { EpisodeDesk } from './episode-desk.ts'
import type { RunStatus } from './run-status.ts'

const POLL_MS = 200
/** A run that nobody knows of for so long will not turn up. */
const PATIENCE_MS = 10_000

/** Yields the run's status whenever it has changed, until it has ended. */
export async function* watchRun(
  desk: Pick<EpisodeDesk, 'status'>,
  ref: EpisodeRef,
  options: { signal?: AbortSignal } = {}
): AsyncGenerator<RunStatus, RunStatus> {
  let seen = ''
  let knownAt = Date.now()
  for (;;) {
    options.signal?.throwIfAborted()
    const status = await desk.status(ref)
    const text = JSON.stringify(status)
    if (text !== seen) yield status
    seen = text
    if (status.state !== 'unknown') knownAt = Date.now()
    const lost = Date.now() - knownAt > PATIENCE_MS
    if (lost || (status.state !== 'running' && status.state !== 'unknown')) return status
    await sleep(POLL_MS)
  }
}
