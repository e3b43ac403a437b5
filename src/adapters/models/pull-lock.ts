import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ModelError } from '../../domain/model-store.ts'
import { codeOf } from './explain-failure.ts'

const held = new Set<string>()

/** Lends the store's folder to one pull at a time; throws naming the pull that has it. */
export async function withPullLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const path = join(dir, 'pull.lock')
  await takeLock(path)
  held.add(path)
  try {
    return await work()
  } finally {
    held.delete(path)
    await rm(path, { force: true })
  }
}

async function takeLock(path: string): Promise<void> {
  if (await writeLock(path)) return
  const [pid = '', host = ''] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ')
  if (!isOver(path, Number(pid), host))
    throw new ModelError(
      `another pull is at work in this library${pid === '' ? '' : `: process ${pid} on ${host}`}. Wait until it has ended; if there is none, remove ${path}`
    )
  await rm(path, { force: true })
  if (!(await writeLock(path)))
    throw new ModelError('another pull has just begun in this library; wait until it has ended')
}

async function writeLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid} ${hostname()}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new ModelError(
      `${path} cannot be written (${codeOf(error)}): give this user a folder to write in, or name another library with --home`,
      { cause: error }
    )
  }
}

/** A lock of a process that is no more; in a container the next one may have the same number as the one before. */
function isOver(path: string, pid: number, host: string): boolean {
  if (host !== hostname() || !Number.isInteger(pid) || pid <= 0) return false
  if (pid === process.pid) return !held.has(path)
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
