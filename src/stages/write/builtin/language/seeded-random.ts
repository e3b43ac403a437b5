import { sha256 } from '../../../../domain/hash.ts'

export interface SeededRandom {
  /** 0 up to, but not including, 1. */
  next(): number
  /** A copy in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/** The same seed gives the same numbers, on every machine (mulberry32). */
export function createSeededRandom(seed: string): SeededRandom {
  let state = Number.parseInt(sha256(seed).slice(0, 8), 16)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map(value => ({ value, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value)
  return { next, shuffled }
}
