import { createHash } from 'node:crypto'

/** SHA-256 of bytes or text, as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** JSON with the keys of every object in order, so that equal values have equal text. `undefined` members are left out. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
}

/** SHA-256 of a JSON value, whatever the order of its keys. */
export const hashOf = (value: unknown): string => sha256(stableJson(value))
