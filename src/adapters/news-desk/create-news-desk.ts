import { StageError } from '../../domain/stage-error.ts'
import type { NewsDesk } from '../../stages/fetch/ports.ts'
import { createGuardedThread } from '../guarded-thread/create-guarded-thread.ts'
import type { NewsAnswer, NewsQuestion } from './news-questions.ts'

/** One question may be a rundown of thousands of items. */
const LIMITS = { timeoutMs: 60_000, memoryMb: 1024, idleMs: 10_000 }

/** In a thread of its own, one question at a time. */
export function createNewsDesk(): NewsDesk & { release(): Promise<void> } {
  const thread = createGuardedThread<NewsQuestion, NewsAnswer>({
    file: new URL('./news-worker.ts', import.meta.url),
    stage: 'fetch',
    subject: 'news',
    ...LIMITS
  })
  const ask = async (name: NewsQuestion['name'], args: readonly unknown[]): Promise<never> => {
    const answer = await thread.ask({ name, args })
    if (!('fault' in answer)) return answer.value as never
    throw new StageError('fetch', answer.fault.message, { retryable: answer.fault.retryable })
  }
  return {
    feed: (...args) => ask('feed', args),
    pages: (...args) => ask('pages', args),
    text: (...args) => ask('text', args),
    rundown: (...args) => ask('rundown', args),
    warm: () => thread.warm(),
    release: () => thread.release()
  }
}
