import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Lock {
  release(): Promise<void>
}

/**
 * Takes the folder for this process; null where another process of this machine has it.
 * The lock is a listening socket, so the system drops it with the process, however that ends.
 */
export async function acquireLock(dir: string): Promise<Lock | null> {
  const address = await lockAddress(dir)
  const server = (await listen(address)) ?? (await listenOverStale(address))
  return server === null ? null : { release: () => new Promise(done => server.close(() => done())) }
}

/** The process id of the holder; null where nobody has the lock. */
export async function findLockHolder(dir: string): Promise<number | null> {
  const answer = await ask(await lockAddress(dir))
  return answer === null ? null : Number(answer)
}

async function lockAddress(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true })
  const name = `duologue-${createHash('sha256')
    .update(await realpath(dir))
    .digest('hex')
    .slice(0, 20)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
}

function listen(address: string): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer(socket => {
      socket.on('error', () => socket.destroy())
      socket.end(String(process.pid))
    })
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error)
    )
    server.listen(address, () => resolve(server.unref()))
  })
}

/** Where sockets are files, one outlives a killed holder: nobody answers on it. */
async function listenOverStale(address: string): Promise<net.Server | null> {
  if (!address.endsWith('.sock') || (await ask(address)) !== null) return null
  await rm(address, { force: true })
  return listen(address)
}

function ask(address: string): Promise<string | null> {
  return new Promise(resolve => {
    let answer = ''
    const socket = net.connect(address)
    socket.setEncoding('utf8')
    socket.on('data', text => (answer += String(text)))
    socket.once('end', () => resolve(answer))
    socket.once('error', () => resolve(null))
  })
}
