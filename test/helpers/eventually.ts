import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until the look gives something other than undefined, null or false; fails after half a minute. */
export async function eventually<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let tries = 0; tries < 600; tries++) {
    const seen = await look()
    if (seen !== undefined && seen !== null && seen !== false) return seen
    await sleep(50)
  }
  throw new Error(`waited in vain: ${what}`)
}
