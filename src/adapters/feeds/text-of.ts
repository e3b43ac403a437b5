/** The text of what xml2js made of an element: a string, or an object whose text is under `_`. Null where there is none. */
export function textOf(value: unknown): string | null {
  const inner = Array.isArray(value) ? (value[0] as unknown) : value
  const text = typeof inner === 'object' && inner !== null && '_' in inner ? inner._ : inner
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}

/** An attribute of an element that has any. */
export function attributeOf(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null || !('$' in value)) return null
  const found = (value.$ as Record<string, unknown> | undefined)?.[name]
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null
}
