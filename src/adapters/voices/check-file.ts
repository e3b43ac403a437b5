import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'

export interface CheckedFile<T> {
  /** Null where the file has faults. */
  value: T | null
  /** Each with the file and the field. */
  faults: string[]
}

/** Reads a file and holds it against a schema. */
export async function checkFile<T>(
  path: string,
  parseText: (text: string) => unknown,
  schema: z.ZodType<T>
): Promise<CheckedFile<T>> {
  try {
    const result = schema.safeParse(parseText(await readFile(path, 'utf8')))
    if (result.success) return { value: result.data, faults: [] }
    const faults = result.error.issues.map(
      ({ path: field, message }) => `${path}: ${field.join('.') || basename(path)}: ${message}`
    )
    return { value: null, faults }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { value: null, faults: [`${path}: ${message}`] }
  }
}
