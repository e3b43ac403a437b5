import type { TransferListItem, Worker } from 'node:worker_threads'
import { StageError } from '../../domain/stage-error.ts'
import type { StageName } from '../../domain/stages.ts'
import { nextMessage, ThreadError } from './next-message.ts'
import { startTypescriptThread } from './start-typescript-thread.ts'
import type { ThreadMessage } from './thread-message.ts'

export interface ThreadLimits {
  /** A question that takes longer is given up, with its thread. */
  timeoutMs: number
  /** Heap of the thread. */
  memoryMb: number
  /** The thread ends after so long without work. */
  idleMs: number
}

export interface GuardedThread<Question, Answer> {
  /** One question at a time; `handedOver` is what the thread gets whole. Throws a StageError that no other try can help, and works on afterwards. */
  ask(question: Question, handedOver?: readonly TransferListItem[]): Promise<Answer>
  /** Starts the thread, where there is none, for a question that will come soon. */
  warm(): void
  release(): Promise<void>
}

export interface GuardedThreadOptions extends ThreadLimits {
  /** Runs `answerQuestions`. */
  file: URL
  stage: StageName
  /** What one question holds, as errors name it: "page". */
  subject: string
}

const START_LIMIT_MS = 30_000

function explain(error: unknown, { subject, timeoutMs, memoryMb }: GuardedThreadOptions): string {
  if (!(error instanceof ThreadError)) return String(error)
  if (error.fault === 'late')
    return `reading the ${subject} took longer than ${timeoutMs / 1000} s and was stopped`
  if (error.fault === 'memory')
    return `reading the ${subject} takes more memory than the ${memoryMb} MB that it may`
  return `reading the ${subject} failed: ${error.message}`
}

/** Runs a file in a thread of its own, which is ended when a question takes too long or too much memory. */
export function createGuardedThread<Question, Answer>(
  options: GuardedThreadOptions
): GuardedThread<Question, Answer> {
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const failed = (message: string, cause?: unknown): StageError =>
    new StageError(options.stage, message, { retryable: false, cause })

  async function start(): Promise<Worker> {
    const started = startTypescriptThread(options.file, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb }
    })
    await nextMessage(started, START_LIMIT_MS).catch((error: unknown) => {
      throw failed(`the thread that reads a ${options.subject} did not start: ${String(error)}`, error)
    })
    // Whoever waits for a message sees its error; one that comes between questions must not end the process.
    started.on('error', () => {})
    started.on('exit', () => (thread = thread === started ? null : thread))
    return started
  }

  /** Lets go of the thread before it has ended: it answers nothing any more. */
  async function retire(): Promise<void> {
    clearTimeout(idle)
    const old = thread
    thread = null
    await old?.terminate()
  }

  const rest = (): void => void (idle = setTimeout(() => void retire(), options.idleMs).unref())

  async function startAhead(): Promise<void> {
    if (thread !== null) return
    thread = await start()
    thread.unref()
    rest()
  }

  async function exchange(
    question: Question,
    handedOver: readonly TransferListItem[]
  ): Promise<ThreadMessage<Answer>> {
    try {
      thread ??= await start()
      const asked = thread
      asked.ref()
      asked.postMessage(question, handedOver)
      const message = await nextMessage<ThreadMessage<Answer>>(asked, options.timeoutMs)
      asked.unref()
      return message
    } catch (error) {
      thread = null
      throw error instanceof StageError ? error : failed(explain(error, options), error)
    }
  }

  async function answerTo(question: Question, handedOver: readonly TransferListItem[]): Promise<Answer> {
    clearTimeout(idle)
    const message = await exchange(question, handedOver)
    rest()
    if ('answer' in message) return message.answer
    throw failed('wrong' in message ? message.wrong : `the thread gave no answer to the ${options.subject}`)
  }

  return {
    ask(question, handedOver = []) {
      const turn = last.then(() => answerTo(question, handedOver))
      last = turn.catch(() => undefined)
      return turn
    },
    warm() {
      // Whoever asks next is told what is wrong.
      last = last.then(startAhead).catch(() => undefined)
    },
    async release() {
      await last
      await retire()
    }
  }
}
