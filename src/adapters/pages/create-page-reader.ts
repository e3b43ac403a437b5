import type { PageReader, PageText } from '../../stages/fetch/page-ports.ts'
import { createGuardedThread } from '../guarded-thread/create-guarded-thread.ts'
import type { ThreadLimits } from '../guarded-thread/create-guarded-thread.ts'
import type { PageQuestion } from './page-worker.ts'

/** A PageReader in a thread of its own, one page at a time, ended when a page takes too long or too much memory. */
export function createPageReader(
  limits: Partial<ThreadLimits> = {}
): PageReader & { release(): Promise<void> } {
  const thread = createGuardedThread<PageQuestion, PageText>({
    file: new URL('./page-worker.ts', import.meta.url),
    stage: 'fetch',
    subject: 'page',
    timeoutMs: limits.timeoutMs ?? 5_000,
    memoryMb: limits.memoryMb ?? 512,
    idleMs: limits.idleMs ?? 10_000
  })
  return {
    readPage: (bytes, contentType, url) => thread.ask({ bytes, contentType, url }),
    release: () => thread.release()
  }
}
