import type { Context, MiddlewareHandler } from 'hono'
import { addressOf } from './address-of.ts'
import { createTokenBuckets } from './token-bucket.ts'

export interface RateLimit {
  /** 0 where the client may go on, else seconds to wait. */
  wait(context: Context): number
  /** For listeners: 429 with Retry-After. */
  handler: MiddlewareHandler
}

/** Requests of one address in a minute; 0 for no limit. */
export function createRateLimit(perMinute: number, proxies: number): RateLimit {
  const buckets = createTokenBuckets(perMinute)
  const wait = (context: Context) => buckets.take(addressOf(context, proxies))
  return {
    wait,
    async handler(context, next) {
      const seconds = wait(context)
      if (seconds === 0) return next()
      return context.text('Too many requests from this address.', 429, { 'retry-after': String(seconds) })
    }
  }
}
