import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'

/** tsx 4.23 on Node 20: `--import tsx` registers on the main thread only, so the thread calls its API. */
const REGISTER = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register()`

/** A thread that runs a TypeScript file, whatever runs this one. */
export const startTypescriptThread = (file: URL, options: WorkerOptions): Worker =>
  new Worker(file, {
    ...options,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(REGISTER)}`]
  })
