import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { StageError } from '../../domain/stage-error.ts'
import type { FeedReader, RawFeed } from '../../stages/fetch/ports.ts'
import { createTypescriptWorker } from './create-typescript-worker.ts'
import type { FeedWorkerMessage } from './feed-worker.ts'

export interface FeedReaderOptions {
  /** A text that takes longer to parse is given up, with its thread. */
  timeoutMs?: number
  /** Heap of the thread. */
  memoryMb?: number
  /** The thread ends after so long without work. */
  idleMs?: number
}

const START_TIMEOUT_MS = 30_000

const failed = (wrong: string, cause?: unknown): StageError =>
  new StageError('fetch', wrong, { retryable: false, cause })

/** Waits for the thread's next message; ends the thread where it fails or comes late. */
async function nextMessage(worker: Worker, limitMs: number, late: string): Promise<FeedWorkerMessage> {
  try {
    const signal = AbortSignal.timeout(limitMs)
    const [message] = (await once(worker, 'message', { signal })) as [FeedWorkerMessage]
    return message
  } catch (error) {
    await worker.terminate()
    if (error instanceof Error && error.name === 'AbortError') throw failed(late, error)
    const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    throw failed(
      memory ? 'the feed needs more memory than a feed may' : `the parser failed: ${String(error)}`,
      error
    )
  }
}

/** A FeedReader that parses in a thread of its own, one text at a time, killed when a text takes too long or too much. */
export function createFeedReader(options: FeedReaderOptions = {}): FeedReader & { release(): Promise<void> } {
  const { timeoutMs = 5_000, memoryMb = 512, idleMs = 10_000 } = options
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function start(): Promise<Worker> {
    const started = createTypescriptWorker(new URL('./feed-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb }
    })
    await nextMessage(started, START_TIMEOUT_MS, 'the thread that parses feeds did not start')
    // Errors reach whoever waits for a message; one that comes between texts must not end the process.
    started.on('error', () => {})
    started.on('exit', () => (worker = worker === started ? null : worker))
    return started
  }

  /** Lets go of the thread first: one that is ending answers nothing. */
  async function retire(): Promise<void> {
    const old = worker
    worker = null
    await old?.terminate()
  }

  async function read(text: string): Promise<RawFeed> {
    clearTimeout(idle)
    worker ??= await start()
    worker.ref()
    worker.postMessage(text)
    const answer = await nextMessage(
      worker,
      timeoutMs,
      `parsing took longer than ${timeoutMs / 1000} s and was stopped`
    )
    worker?.unref()
    idle = setTimeout(() => void retire(), idleMs).unref()
    if ('feed' in answer) return answer.feed
    throw failed('wrong' in answer ? answer.wrong : 'the parser gave no answer')
  }

  return {
    readFeed(text) {
      const turn = last.then(() => read(text))
      last = turn.catch(() => undefined)
      return turn
    },
    async release() {
      await last
      clearTimeout(idle)
      await retire()
    }
  }
}
