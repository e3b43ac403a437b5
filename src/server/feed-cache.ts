import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { sha256 } from '../domain/hash.ts'
import type { SharedFile } from './open-shared-file.ts'
import { linkHeaderOf, rewriteFeed } from './rewrite-feed.ts'

/** A feed as it is sent. */
export interface ReadyFeed {
  body: Buffer<ArrayBuffer>
  packed: Buffer<ArrayBuffer>
  sha256: string
  /** Of a feed that has a hub. */
  link: string | null
}

/** Takes the file over and closes it. `path` and `root`: which feed, and the address that its own begin with. */
export type FeedCache = (
  file: SharedFile,
  path: string,
  root: string,
  options: { isPrivate: boolean }
) => Promise<ReadyFeed>

const MOST_FEEDS = 64

/** Keeps what was last asked for: apps come for the same feed all at once, on the hour. */
export function createFeedCache(): FeedCache {
  const kept = new Map<string, { state: string; feed: Promise<ReadyFeed> }>()
  return async (file, path, root, options) => {
    const key = `${path} ${root}`
    const known = kept.get(key)
    kept.delete(key)
    if (known?.state === file.etag) {
      kept.set(key, known)
      await file.handle.close()
      return known.feed
    }
    const feed = prepare(file, root, options)
    kept.set(key, { state: file.etag, feed })
    feed.catch(() => kept.delete(key))
    if (kept.size > MOST_FEEDS) kept.delete(kept.keys().next().value ?? '')
    return feed
  }
}

async function prepare(
  { handle }: SharedFile,
  root: string,
  options: { isPrivate: boolean }
): Promise<ReadyFeed> {
  const xml = rewriteFeed(await handle.readFile('utf8').finally(() => handle.close()), root, options)
  const body = Buffer.from(xml)
  const packed = Buffer.from(await promisify(gzip)(body))
  return { body, packed, sha256: sha256(body), link: linkHeaderOf(xml) }
}
