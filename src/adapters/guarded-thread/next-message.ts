import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'

/** Why a thread gave no answer. */
export type ThreadFault = 'late' | 'memory' | 'crash'

export class ThreadError extends Error {
  override readonly name = 'ThreadError'

  constructor(
    readonly fault: ThreadFault,
    cause: unknown
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function faultOf(error: unknown): ThreadFault {
  if (!(error instanceof Error)) return 'crash'
  if (error.name === 'AbortError') return 'late'
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'
}

/** The thread's next message; where it fails or comes late, the thread is ended and a ThreadError says why. */
export async function nextMessage<Message>(thread: Worker, limitMs: number): Promise<Message> {
  const settled = new AbortController()
  const { signal } = settled
  // Not AbortSignal.timeout: one that AbortSignal.any alone holds is collected in Node 20, and never fires.
  const late = setTimeout(() => settled.abort(), limitMs)
  const ended = once(thread, 'exit', { signal }).then(([code]) => {
    throw new Error(`the thread ended with code ${String(code)}`)
  })
  try {
    const [message] = (await Promise.race([once(thread, 'message', { signal }), ended])) as [Message]
    return message
  } catch (error) {
    await thread.terminate()
    throw new ThreadError(faultOf(error), error)
  } finally {
    clearTimeout(late)
    settled.abort()
  }
}
