import { join } from 'node:path'

const PART = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i

/** Joins our own names to a folder; refuses anything that could lead out of it. */
export function safeJoin(root: string, ...names: string[]): string {
  const parts = names.flatMap(name => name.split('/'))
  const bad = parts.find(part => !PART.test(part))
  if (bad !== undefined)
    throw new Error(`"${bad}" is not a name that the library uses (letters, digits, . _ -)`)
  return join(root, ...parts)
}
