import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { FeedReader } from '../../src/stages/fetch/ports.ts'

const listSchema = z.array(z.object({ file: z.string(), itemsByFeedparser: z.number().nullable() }))

/** What one file gave. `reference` is what Python's feedparser finds in it, 0 where it cannot read it. */
export interface Reading {
  file: string
  reference: number
  found: number
  error: string | null
  seconds: number
}

/** Reads every file of a list as the fetch stage would, one after the other. */
export async function readListed(list: unknown, folder: string, reader: FeedReader): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const { file, itemsByFeedparser } of listSchema.parse(list)) {
    const began = performance.now()
    const outcome = await reader.readFeed(readFileSync(join(folder, file)), null).then(
      feed => ({ found: feed.found, error: null }),
      (error: unknown) => ({ found: 0, error: error instanceof Error ? error.message : String(error) })
    )
    const seconds = (performance.now() - began) / 1000
    readings.push({ file, reference: itemsByFeedparser ?? 0, ...outcome, seconds })
  }
  return readings
}
