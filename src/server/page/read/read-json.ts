import { readFile } from 'node:fs/promises'
import type { z } from 'zod'

/** Null where there is no such file or it does not hold what it should: a page shows what it can. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
