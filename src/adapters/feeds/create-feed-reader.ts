import type { FeedReader, RawFeed } from '../../stages/fetch/ports.ts'
import { createGuardedThread, type ThreadLimits } from '../guarded-thread/create-guarded-thread.ts'
import type { FeedQuestion } from './feed-worker.ts'

/** A FeedReader in a thread of its own, one feed at a time, ended when a feed takes too long or too much memory. */
export function createFeedReader(
  limits: Partial<ThreadLimits> = {}
): FeedReader & { release(): Promise<void> } {
  const thread = createGuardedThread<FeedQuestion, RawFeed>({
    file: new URL('./feed-worker.ts', import.meta.url),
    stage: 'fetch',
    subject: 'feed',
    timeoutMs: limits.timeoutMs ?? 5_000,
    memoryMb: limits.memoryMb ?? 512,
    idleMs: limits.idleMs ?? 10_000
  })
  return {
    // The caller keeps its bytes, which may lie in a buffer with others: a copy takes a few ms and is handed over whole.
    readFeed(bytes, contentType) {
      const copy = Uint8Array.from(bytes)
      return thread.ask({ bytes: copy, contentType }, [copy.buffer])
    },
    release: () => thread.release()
  }
}
