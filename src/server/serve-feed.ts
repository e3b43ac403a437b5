import { askedAddress } from './page/asked-address.ts'
import { join } from 'node:path'
import type { Context } from 'hono'
import { httpDate, isFresh } from './conditions.ts'
import type { FeedCache } from './feed-cache.ts'
import { openSharedFile } from './open-shared-file.ts'

const FEED_TYPE = 'application/rss+xml; charset=utf-8'
const LEAST_PACKED_BYTES = 1024

const takesGzip = (accepted = ''): boolean =>
  /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(accepted)

export interface FeedPlace {
  home: string
  publicUrl: string | undefined
  /** ms since 1970: settings change what is sent, so that nothing is older than they are. */
  startedMs: number
}

/** The feed with addresses that lead to this server; null where there is none. `under`: the path that all of it lies under, '' or '/l/<token>'. */
export async function serveFeed(
  context: Context,
  { home, publicUrl, startedMs, cache }: FeedPlace & { cache: FeedCache },
  [show, name]: [string, string],
  under: string
): Promise<Response | null> {
  const root = publicUrl ?? askedAddress(context.req.header('host'))
  if (root === null) return context.text('The Host header is not an address.', 400)
  const file = await openSharedFile(join(home, 'shows'), [show, name])
  if (file === null) return null
  const isPrivate = under !== ''
  const feed = await cache(file, `${show}/${name}`, `${root}${under}`, { isPrivate })
  const packed = feed.body.length > LEAST_PACKED_BYTES && takesGzip(context.req.header('accept-encoding'))
  const state = {
    etag: `"${feed.sha256}${packed ? '-gzip' : ''}"`,
    modifiedMs: Math.max(file.modifiedMs, startedMs)
  }
  context.header('etag', state.etag)
  context.header('last-modified', httpDate(state.modifiedMs))
  context.header('cache-control', 'no-cache')
  if (isPrivate) context.header('x-robots-tag', 'noindex')
  if (feed.link !== null) context.header('link', feed.link)
  if (isFresh(name => context.req.header(name), state)) return context.body(null, 304)
  const body = packed ? feed.packed : feed.body
  if (packed) context.header('content-encoding', 'gzip')
  context.header('content-length', String(body.length))
  return context.body(body, 200, { 'content-type': FEED_TYPE })
}
