import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { FinishedTake } from '../../stages/render/finish-take.ts'
import type { SoundDesk } from '../../stages/render/ports.ts'
import type { Shaped } from '../../stages/render/shape-utterance.ts'

const THREAD = fileURLToPath(new URL('./sound-thread.js', import.meta.url))
const IDLE_MS = 60_000

/** In a thread of its own, so that the event loop keeps its turns. Starts with the first call; ends after a minute idle. */
export function createSoundDesk(): SoundDesk {
  let pool: Piscina | undefined
  const call = (name: string, task: unknown[], samples: readonly Float32Array[]): Promise<unknown> => {
    pool ??= new Piscina({
      filename: THREAD,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      execArgv: [],
      recordTiming: false
    })
    const transferList = samples.map(({ buffer }) => buffer as ArrayBuffer)
    return pool.run(task, { name, transferList }) as Promise<unknown>
  }
  return {
    shape: (raw, asked) => call('shape', [raw, asked], [raw.samples]) as Promise<Shaped>,
    finish: (sentences, how) =>
      call(
        'finish',
        [sentences, how],
        sentences.map(({ samples }) => samples)
      ) as Promise<FinishedTake>,
    async release() {
      await pool?.destroy()
      pool = undefined
    }
  }
}
