import { GenerationError } from '../../stages/write/ports.ts'
import type { Answer, LanguageModel, Question } from '../../stages/write/ports.ts'

/** Rejects at once with the reason of a signal that is aborted. */
export type Answering = (question: Question, signal: AbortSignal) => Promise<Answer>

/** Answers until it is released; a release ends what is still being answered. */
export function createLifetime(
  name: string,
  answering: Answering
): Pick<LanguageModel, 'answer' | 'release'> {
  const released = new AbortController()
  const pending = new Set<Promise<Answer>>()
  return {
    async answer(question, { signal } = {}) {
      const either = signal ? AbortSignal.any([signal, released.signal]) : released.signal
      const running = answering(question, either)
      pending.add(running)
      return running.finally(() => pending.delete(running))
    },
    async release() {
      released.abort(new GenerationError('rejected', `${name} has been released: create another`))
      await Promise.allSettled(pending)
    }
  }
}
