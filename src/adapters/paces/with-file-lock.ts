import { open, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const RETRY_MS = 20
/** Who holds it this long has died with it: what it guards takes milliseconds. */
const STALE_MS = 5000

/** Runs one process at a time through `work`; a lock that a dead process left is taken over. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await tryLock(path))) await sleep(RETRY_MS)
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const held = await stat(path).catch(() => null)
    if (held !== null && Date.now() - held.mtimeMs > STALE_MS) await rm(path, { force: true })
    return false
  }
}
