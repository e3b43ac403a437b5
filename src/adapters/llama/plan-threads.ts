import { availableParallelism } from 'node:os'

/** As many as asked for; else one a core, and one core left for all else: threads that wait for each other suffer most where one is held up. */
export const planThreads = (
  asked: number | undefined,
  cores: number,
  available = availableParallelism()
): number => asked ?? Math.max(1, Math.min(cores, available - 1))
