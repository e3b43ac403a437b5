import { canParseUrl } from '../../domain/can-parse-url.ts'
import { createRedisBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { OpenStore } from './bull.ts'

const PATIENCE_MS = 5000
const LOST_MS = 3000

/** Connects to Redis; throws within 5 s, naming host and port but no password, where that cannot be done. */
export async function openRedisStore(
  url: string,
  prefix: string,
  onError: (error: Error) => void
): Promise<OpenStore> {
  const place = nameRedis(url)
  await probe(url, place)
  let isGivenUp = false
  // BullMQ's own connections are copies of this one, with its strategy.
  const retryStrategy = (times: number): number | null => (isGivenUp ? null : Math.min(50 * 2 ** times, 2000))
  const connection = new Redis(url, { maxRetriesPerRequest: null, retryStrategy })
  connection.setMaxListeners(0)
  connection.on('error', onError)
  return {
    name: 'redis',
    backend: (name, options, kind) => createRedisBackend(name, { ...options, connection }, kind),
    timings: { lockMs: 10_000, stalledMs: 5_000 },
    prefix,
    async unlessAway(work) {
      isGivenUp ||= (await raceAway(work, connection, isGivenUp ? 0 : LOST_MS)) === 'away'
    },
    close: async () => connection.disconnect()
  }
}

/** BullMQ closes nothing while its server is away: ioredis never says that a connection it no longer wants has ended. */
async function raceAway(
  work: Promise<unknown>,
  connection: Redis,
  patienceMs: number
): Promise<'done' | 'away'> {
  let timer: NodeJS.Timeout | undefined
  const away = new Promise<'away'>(resolve => {
    let readyAt = performance.now()
    timer = setInterval(() => {
      if (connection.status === 'ready') readyAt = performance.now()
      else if (performance.now() - readyAt >= patienceMs) resolve('away')
    }, 200)
  })
  const outcome = await Promise.race([work.then(() => 'done' as const), away])
  clearInterval(timer)
  return outcome
}

/** The address without its user and password; a path is a unix socket. */
export function nameRedis(url: string): string {
  if (url.startsWith('/')) return url
  const { protocol, hostname, port } = canParseUrl(url) ? new URL(url) : new URL('invalid:')
  if (['redis:', 'rediss:'].includes(protocol) && hostname !== '') return `${hostname}:${port || '6379'}`
  throw new TypeError(
    'The Redis URL is not valid: write redis://[user:password@]host:6379, rediss://… for TLS, or the path of a socket'
  )
}

async function probe(url: string, place: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0
  })
  let last: Error | undefined
  client.on('error', error => (last = error))
  const timer = setTimeout(() => {
    last = new Error('no answer within 5 s')
    client.disconnect()
  }, PATIENCE_MS)
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    const reason = last?.message ?? (error instanceof Error ? error.message : String(error))
    throw new Error(
      `Redis at ${place} does not answer (${reason}). Start it, or correct REDIS_URL, or unset it to use the built-in queue.`,
      { cause: last ?? error }
    )
  } finally {
    clearTimeout(timer)
    client.disconnect()
  }
}
