import { workerData } from 'node:worker_threads'
import { lengthenPauses } from './lengthen-pauses.ts'
import { runFlite } from './run-flite.ts'

/** Runs in a worker thread whose `workerData` is the compiled program; gives the bytes of a WAV. */
export function speak(args: readonly string[]): Uint8Array {
  if (!(workerData instanceof WebAssembly.Module))
    throw new Error('speak() runs in a thread that was started with the compiled flite.wasm')
  const { code, printed, wav } = runFlite(workerData, ['-psdur', ...args])
  if (code !== 0 || !wav)
    throw new Error(`Flite wrote no audio (code ${code}): ${printed.slice(0, 300).trim()}`)
  return lengthenPauses(wav, printed)
}
