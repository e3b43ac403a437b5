import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'

/** Registers tsx inside the thread: `--import tsx` does so on the main thread only (tsx 4.23, Node 20). */
const REGISTER_TSX = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register()`

/** A worker thread that runs a TypeScript file, whatever runs this one. */
export const createTypescriptWorker = (file: URL, options: WorkerOptions): Worker =>
  new Worker(file, {
    ...options,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(REGISTER_TSX)}`]
  })
