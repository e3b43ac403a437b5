import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { decodeWav } from '../../domain/wav.ts'
import type { SpeechModel } from '../../stages/render/ports.ts'
import { faultOfFliteVoice, fliteArgs, FLITE_VOICES } from './flite-args.ts'
import { compileFlite } from './flite-program.ts'

export interface FliteOptions {
  /** Threads at most; the number of cores, up to four, unless told. */
  workers?: number
}

const THREAD = fileURLToPath(new URL('./flite-thread.js', import.meta.url))
const IDLE_MS = 30_000

/** CMU Flite as WebAssembly in a pool of worker threads: nothing to download, 16 kHz, far faster than real time. */
export function createFliteSpeech({
  workers = Math.min(4, availableParallelism())
}: FliteOptions = {}): SpeechModel {
  let pool: Promise<Piscina> | null = null
  let released = false
  const startPool = async (): Promise<Piscina> =>
    new Piscina({
      filename: THREAD,
      name: 'speak',
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: IDLE_MS,
      execArgv: [],
      workerData: await compileFlite()
    })

  return {
    name: 'flite-2.3',
    family: 'flite',
    voices: FLITE_VOICES,
    abilities: { phonemes: false, styles: 'none', blends: false, repeats: true },
    leastCharacters: 0,
    parallel: workers,
    faultOfVoice: faultOfFliteVoice,
    async render(request, { signal } = {}) {
      signal?.throwIfAborted()
      if (released) throw new Error('this Flite has been released: create another')
      const args = fliteArgs(request)
      const threads = await (pool ??= startPool())
      try {
        return decodeWav((await threads.run(args, { signal: signal ?? null })) as Uint8Array)
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      }
    },
    async release() {
      released = true
      const threads = await pool?.catch(() => null)
      pool = null
      await threads?.destroy()
    }
  }
}
