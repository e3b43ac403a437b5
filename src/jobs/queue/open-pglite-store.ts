import { join } from 'node:path'
import { createPostgresBackend } from 'bullmq'
import { acquireLock, findLockHolder, type Lock } from './acquire-lock.ts'
import type { OpenStore } from './bull.ts'
import { PglitePool } from './pglite-pool.ts'
import { QueueInUseError } from './queue-in-use-error.ts'

/**
 * Opens PostgreSQL in this process, on `<dir>/pglite`, or in memory where no folder is given.
 * Its timings are longer than Redis's: no other worker can be waiting, and a long stop of the event loop must not
 * make a job look abandoned.
 */
export async function openPgliteStore(dir: string | null): Promise<OpenStore> {
  const lock = dir === null ? null : await lockStore(join(dir, 'pglite'))
  try {
    const pool = await openPool(dir === null ? undefined : join(dir, 'pglite'))
    return {
      name: 'pglite',
      backend: (name, options, kind) => createPostgresBackend(name, { ...options, connection: pool }, kind),
      timings: { lockMs: 60_000, stalledMs: 30_000 },
      unlessAway: async work => void (await work),
      close: async () => {
        await pool.shutdown()
        await lock?.release()
      }
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

async function lockStore(dir: string): Promise<Lock> {
  const lock = await acquireLock(dir)
  if (lock === null) throw new QueueInUseError(dir, await findLockHolder(dir))
  return lock
}

async function openPool(dataDir: string | undefined): Promise<PglitePool> {
  try {
    return await PglitePool.open(dataDir)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const place = dataDir ?? 'memory'
    throw new Error(
      `The queue in ${place} cannot be opened (${reason}). Move that folder away to start with an empty queue; episodes are kept elsewhere.`,
      { cause: error }
    )
  }
}
