import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireLock, findLockHolder } from '../../src/jobs/queue/acquire-lock.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duologue-lock-'))
})

afterEach(() => rm(dir, { recursive: true, force: true }))

test('a folder has one holder at a time, under whichever name it is asked for', async () => {
  const home = join(dir, 'home')
  const lock = await acquireLock(home)
  expect(lock).not.toBeNull()
  await symlink(home, join(dir, 'alias'))
  expect(await acquireLock(home)).toBeNull()
  expect(await acquireLock(join(dir, 'alias'))).toBeNull()
  expect(await findLockHolder(home)).toBe(process.pid)
  const other = await acquireLock(join(dir, 'other'))
  expect(other).not.toBeNull()

  await lock?.release()
  await other?.release()
  expect(await findLockHolder(home)).toBeNull()
  const again = await acquireLock(home)
  expect(again).not.toBeNull()
  await again?.release()
})

test('of many who ask at once, one gets it', async () => {
  const locks = await Promise.all(Array.from({ length: 8 }, () => acquireLock(dir)))
  expect(locks.filter(lock => lock !== null)).toHaveLength(1)
  await Promise.all(locks.map(lock => lock?.release()))
})

test('a holder killed with SIGKILL leaves nothing in the way', async () => {
  const file = new URL('../../src/jobs/queue/acquire-lock.ts', import.meta.url).href
  const code = `import(${JSON.stringify(file)}).then(m => m.acquireLock(${JSON.stringify(dir)})).then(lock => { console.log(lock !== null); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  const said = await new Promise<string>(resolve => child.stdout.once('data', text => resolve(String(text))))
  expect(said.trim()).toBe('true')
  expect(await acquireLock(dir)).toBeNull()
  expect(await findLockHolder(dir)).toBe(child.pid)
  child.kill('SIGKILL')
  await ended
  const lock = await acquireLock(dir)
  expect(lock).not.toBeNull()
  await lock?.release()
})
