import type { Speech, SpeechModel } from '../../stages/render/ports.ts'
import type { SessionPool } from './create-session-pool.ts'
import type { DeviceWish } from './device.ts'
import { ModelFileError } from './model-file-error.ts'
import type { Opened } from './thread-speech.ts'

export interface PooledOptions {
  pool: SessionPool
  threads: number
  wish: DeviceWish
  /** Passed to the thread that opens the model. */
  toOpen: object
  onNote?: ((text: string) => void) | undefined
  describe: (opened: Opened) => Omit<SpeechModel, 'parallel' | 'render' | 'release'>
}

/** A speech model whose sessions live in the threads of a pool. Throws a ModelFileError where its files cannot be used. */
export async function createPooledSpeech(options: PooledOptions): Promise<SpeechModel> {
  const { pool, wish, onNote } = options
  const opened = await openModel(options)
  const speech = options.describe(opened)
  const parallel = opened.device === 'cpu' ? options.threads : 1
  pool.narrow(parallel)
  for (const note of opened.notes) onNote?.(note)
  return {
    ...speech,
    parallel,
    async render(request, { signal } = {}) {
      const fault = speech.faultOfVoice(request.voice) ?? faultOfText(request.text)
      if (fault !== null) throw new Error(fault)
      const task = { request, wish: opened.device === 'cpu' ? 'cpu' : wish }
      return (await pool.call('say', task, { work: request.text.length, signal })) as Speech
    },
    release: () => pool.release()
  }
}

async function openModel({ pool, wish, toOpen }: PooledOptions): Promise<Opened> {
  try {
    return (await pool.call('open', { wish, ...toOpen })) as Opened
  } catch (cause) {
    await pool.release()
    throw new ModelFileError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

const faultOfText = (text: string): string | null =>
  /[\p{L}\p{N}]/u.test(text) ? null : `nothing to say in "${text.slice(0, 60)}": no letter or digit`
