import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Why there is no Redis to test on; null where there is one. */
export const redisMissing: string | null =
  spawnSync('redis-server', ['--version']).error === undefined ? null : 'redis-server is not on PATH'

export interface TestRedis {
  /** Path of its socket: a redisUrl that createJobQueue takes. */
  url: string
  stop(): Promise<void>
}

/** Starts a Redis of this test's own, on a unix socket, without a port. */
export async function startRedis(): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'duologue-redis-'))
  const url = join(dir, 'redis.sock')
  const settings = ['--port', '0', '--unixsocket', url, '--dir', dir, '--save', '', '--appendonly', 'no']
  const server = spawn('redis-server', settings, { stdio: 'ignore' })
  const killNow = (): boolean => server.kill('SIGKILL')
  process.once('exit', killNow)
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    process.off('exit', killNow)
    killNow()
    await ended
    await rm(dir, { recursive: true, force: true })
  }
  for (let tries = 0; !(await accepts(url)); tries++) {
    if (tries === 200 || server.exitCode !== null) {
      await stop()
      throw new Error('redis-server did not start')
    }
    await sleep(50)
  }
  return { url, stop }
}

function accepts(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(path)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
