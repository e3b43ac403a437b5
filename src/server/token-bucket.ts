/** Lets `perMinute` through in any minute, all at once or spread out; 0 lets everything through. */
export interface TokenBuckets {
  /** 0 where it may pass, else the seconds to wait. */
  take(key: string): number
}

const MOST_KEYS = 100_000

/** `now`: ms on a clock that never goes back. */
export function createTokenBuckets(
  perMinute: number,
  now: () => number = () => performance.now()
): TokenBuckets {
  const buckets = new Map<string, { left: number; at: number }>()
  const perMs = perMinute / 60_000
  const leftIn = (bucket: { left: number; at: number }, at: number) =>
    Math.min(perMinute, bucket.left + (at - bucket.at) * perMs)

  const forgetFull = (at: number): void => {
    for (const [key, bucket] of buckets) if (leftIn(bucket, at) >= perMinute) buckets.delete(key)
    if (buckets.size >= MOST_KEYS) buckets.clear()
  }

  return {
    take(key) {
      if (perMinute === 0) return 0
      const at = now()
      const known = buckets.get(key)
      if (known === undefined && buckets.size >= MOST_KEYS) forgetFull(at)
      const left = known === undefined ? perMinute : leftIn(known, at)
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at })
      return left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000)
    }
  }
}
