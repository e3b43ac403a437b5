import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import { rememberedFeedSchema } from '../../domain/feed.ts'
import type { FeedMemory } from '../../stages/fetch/ports.ts'

/** A file for each feed; the folder may be deleted whole, at the cost of reading every feed anew. */
export function createFileFeedMemory(dir: string): FeedMemory {
  const pathOf = (feedId: string): string => {
    if (!/^[0-9a-f]{16}$/.test(feedId)) throw new Error(`"${feedId}" names no feed`)
    return join(dir, `${feedId}.json`)
  }
  return {
    async find(feedId) {
      const text = await readFile(pathOf(feedId), 'utf8').catch(() => null)
      try {
        return text === null ? null : rememberedFeedSchema.parse(JSON.parse(text))
      } catch {
        return null
      }
    },
    async keep(feedId, feed) {
      await mkdir(dir, { recursive: true })
      await writeFileWhole(pathOf(feedId), JSON.stringify(feed))
    }
  }
}
