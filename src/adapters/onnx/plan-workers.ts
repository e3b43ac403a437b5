const GIB = 1024 ** 3

export interface WorkerNeeds {
  /** What the settings say. */
  asked?: number | undefined
  cores: number
  freeBytes: number
  bytesEach: number
}

/** More than this share of the memory that is free is not ours to take. */
const SHARE = 0.8
const MOST = 16

/** How many workers: a core and room in memory for each, one at least. */
export function planWorkers({ asked, cores, freeBytes, bytesEach }: WorkerNeeds): number {
  if (asked !== undefined) return Math.max(1, Math.floor(asked))
  const room = Math.floor((freeBytes * SHARE) / bytesEach)
  return Math.max(1, Math.min(cores, room, MOST))
}

/** Memory that a worker comes to, by kind of model. */
export const WORKER_BYTES = { kokoro: GIB, piper: 0.5 * GIB } as const
