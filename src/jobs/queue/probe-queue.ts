import { Redis } from 'ioredis'
import { nameRedis } from './open-redis-store.ts'

/** Which store the queue is on, and that it answers. */
export async function probeQueue({
  redisUrl,
  home
}: {
  redisUrl: string | undefined
  home: string
}): Promise<string> {
  if (redisUrl === undefined)
    return `in this process (PGlite) under ${home}; set REDIS_URL for several machines`
  const host = nameRedis(redisUrl)
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    const info = await redis.info('server')
    const policy = await redis.config('GET', 'maxmemory-policy').catch(() => [])
    const noeviction = Object.values(policy as object).includes('noeviction')
    return `Redis ${/redis_version:(\S+)/.exec(info)?.[1] ?? ''} at ${host}${noeviction ? '' : '; set maxmemory-policy noeviction, else jobs may be thrown away'}`
  } catch (cause) {
    throw new Error(
      `No Redis answers at ${host} (${cause instanceof Error ? cause.message : String(cause)}); start it, or unset REDIS_URL`,
      { cause }
    )
  } finally {
    redis.disconnect()
  }
}
