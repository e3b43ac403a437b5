import { timingSafeEqual } from 'node:crypto'
import { sha256 } from '../domain/hash.ts'

/** Hashing first makes the lengths equal, so that the comparison takes the same time whatever was sent. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))
