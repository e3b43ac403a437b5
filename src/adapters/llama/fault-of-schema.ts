import type { AnswerSchema } from '../../stages/write/ports.ts'

/** Said about a value, not about its shape: whoever asked looks at them. */
const REMARKS = ['$schema', 'title', 'description', 'default', 'examples', 'minimum', 'maximum']
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  object: ['type', 'properties', 'required', 'additionalProperties'],
  array: ['type', 'items', 'minItems', 'maxItems'],
  string: ['type', 'minLength', 'maxLength', 'enum', 'const'],
  number: ['type', 'enum', 'const'],
  integer: ['type', 'enum', 'const'],
  boolean: ['type', 'enum', 'const'],
  null: ['type', 'enum', 'const'],
  /** An enum or a constant needs no type. */
  none: ['enum', 'const']
}

/** Why no grammar can be made of a schema, as the rest of a sentence; null where one can. The library itself takes null for all that it does not know. */
export function faultOfSchema(schema: unknown, at = 'the schema'): string | null {
  if (!isRecord(schema)) return `${at} is no object`
  const type = schema.type ?? 'none'
  const known = typeof type === 'string' ? KEYWORDS[type] : undefined
  if (known === undefined) return `${at} has the type ${JSON.stringify(type)}: one of ${types} can be held to`
  if (type === 'none' && schema.enum === undefined && schema.const === undefined)
    return `${at} has no type, enum or const`
  const strange = Object.keys(schema).find(key => !known.includes(key) && !REMARKS.includes(key))
  if (strange !== undefined) return `${at} has ${JSON.stringify(strange)}, which a grammar cannot hold`
  if (Array.isArray(schema.enum) && schema.enum.length === 0) return `${at} has an empty enum`
  return faultBelow(schema, at)
}

function faultBelow(schema: AnswerSchema, at: string): string | null {
  if (schema.type === 'array') return faultOfSchema(schema.items, `${at}[]`)
  if (schema.type !== 'object') return null
  const { properties, additionalProperties = false } = schema
  if (!isRecord(properties) || Object.keys(properties).length === 0) return `${at} has no properties`
  if (additionalProperties !== false)
    return `${at} lets other properties in: set additionalProperties to false`
  for (const [name, below] of Object.entries(properties)) {
    const fault = faultOfSchema(below, `${at}.${name}`)
    if (fault !== null) return fault
  }
  return null
}

const types = Object.keys(KEYWORDS)
  .filter(type => type !== 'none')
  .join(', ')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
