import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LibraryError } from './library-error.ts'

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Null where there is no such file; a LibraryError with the path and every fault where it does not fit the schema. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  return text === null ? null : parseJson(path, text, schema)
}

export function parseJson<T>(path: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new LibraryError(`${path} is not JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new LibraryError(`${path} does not hold what it should:\n${z.prettifyError(parsed.error)}`)
}
