import type { Sound } from './accent.ts'

/** A word where what stands beside it tells which of its two sounds is meant. */
export type Reading = readonly [where: RegExp, sound: Sound]
