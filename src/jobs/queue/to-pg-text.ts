import { cleanJson } from './clean-json.ts'

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function arrayText(items: readonly unknown[]): string {
  const parts = items.map(item => (Array.isArray(item) ? arrayText(item) : quotedOrNull(toPgText(item))))
  return `{${parts.join(',')}}`
}

const quotedOrNull = (text: string | null): string => (text === null ? 'NULL' : quoted(text))

/** A query parameter in PostgreSQL's text format, as `pg` sends it: arrays as array literals, other objects as JSON. */
export function toPgText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return cleanJson(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return arrayText(value)
  return typeof value === 'object' ? JSON.stringify(cleanJson(value)) : String(value)
}
