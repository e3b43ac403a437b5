import { StageError } from '../../domain/stage-error.ts'
import { countWords } from '../../domain/text.ts'
import type { Pcm, SpeechModel, SpeechRequest } from '../../stages/render/ports.ts'
import { createGate } from './create-gate.ts'

/** Says a text that has words, in a voice that there is. */
export type Say = (request: SpeechRequest, signal: AbortSignal) => Promise<Pcm>

const refusal = (message: string): StageError => new StageError('render', message, { retryable: false })

/** A speech model that a server stands behind: so many requests at once, and none that the server need not see. */
export function createServedSpeech(about: Omit<SpeechModel, 'render' | 'release'>, say: Say): SpeechModel {
  const gate = createGate(about.parallel)
  const released = new AbortController()
  const pending = new Set<Promise<Pcm>>()

  return {
    ...about,
    async render(request, { signal } = {}) {
      signal?.throwIfAborted()
      released.signal.throwIfAborted()
      const fault = about.faultOfVoice(request.voice)
      if (fault !== null) throw refusal(fault)
      if (countWords(request.text) === 0)
        throw refusal(`nothing to say in "${request.text.slice(0, 60)}": no letter or digit`)
      const either = signal ? AbortSignal.any([signal, released.signal]) : released.signal
      const saying = gate(() => say(request, either), either)
      pending.add(saying)
      return saying.finally(() => pending.delete(saying))
    },
    async release() {
      released.abort(new Error(`${about.name} has been released: create another`))
      await Promise.allSettled(pending)
    }
  }
}
