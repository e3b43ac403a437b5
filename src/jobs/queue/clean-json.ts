const cleanString = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

/** A JSON value whose text is well-formed and free of NUL: PostgreSQL's jsonb refuses both. `undefined` members are left out. */
export function cleanJson<T>(value: T): T
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanString(value)
  if (Array.isArray(value)) return value.map(item => cleanJson<unknown>(item))
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [cleanString(key), cleanJson<unknown>(member)]))
}
