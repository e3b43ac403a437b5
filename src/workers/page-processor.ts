import type { Ports } from '../compose.ts'
import type { EpisodeRef } from '../domain/episode.ts'
import { fetchedFeedSchema, type Item } from '../domain/feed.ts'
import { pageDecisionSchema, type PageDecision } from '../domain/page-decision.ts'
import { StageError } from '../domain/stage-error.ts'
import { pageJobSchema } from '../jobs/payloads.ts'
import type { Processor } from '../jobs/queue/job-queue.ts'
import type { FetchOptions } from '../stages/fetch/fetch-ports.ts'
import { loadRequest } from './stage-processor.ts'

export const pageFile = (itemId: string) => `pages/${itemId.slice(0, 16)}.json`
export const feedFileOf = (feedId: string) => `feeds/${feedId}.json`

/** One page of a promising story: what it says, to a file. A page that cannot be had is told in the file as well. */
export const pageProcessor =
  (ports: Ports): Processor =>
  async (job, signal) => {
    const { show, episode, feed, item: itemId } = pageJobSchema.parse(job.data)
    const ref = { show, episode }
    // It may have been read already, and the process ended before anybody was told.
    const isRepeated = job.earlierStarts > 0
    const known = isRepeated ? await knownDecision(ports, ref, itemId) : null
    if (known !== null) return { from: known.from, substance: known.substance }
    const { allowPrivateAddresses } = await loadRequest(ports, ref, 'fetch')
    const fetched = await ports.library.readJson(ref, feedFileOf(feed), fetchedFeedSchema)
    const item = fetched?.items.find(({ id }) => id === itemId)
    if (item === undefined || item.url === null)
      throw new StageError('fetch', `${feedFileOf(feed)} has no item ${itemId} with an address`, {
        retryable: false
      })
    const decision = await decide(ports, item, item.url, { allowPrivateAddresses, kind: 'page', signal })
    await ports.library.writeJson(ref, pageFile(itemId), decision)
    return { from: decision.from, substance: decision.substance }
  }

const knownDecision = (ports: Ports, ref: EpisodeRef, itemId: string): Promise<PageDecision | null> =>
  ports.library.readJson(ref, pageFile(itemId), pageDecisionSchema).catch(() => null)

async function decide(ports: Ports, item: Item, url: string, options: FetchOptions): Promise<PageDecision> {
  try {
    const { allowed, reason, crawlDelaySeconds } = await ports.robots(url, options)
    if (!allowed) return asItIs(item, url, reason ?? 'its robots.txt does not want it read')
    const pauseMs = (crawlDelaySeconds ?? 0) * 1000
    const { bytes, contentType, finalUrl } = await ports.fetcher.fetchBytes(url, { ...options, pauseMs })
    const page = await ports.pages.readPage(bytes, contentType, finalUrl)
    const { textKind, text, from, refused } = await ports.news.text(item, page)
    return { itemId: item.id, url, substance: textKind, text, from, refused }
  } catch (error) {
    options.signal?.throwIfAborted()
    if (!(error instanceof StageError)) throw error
    return asItIs(item, url, error.message)
  }
}

const asItIs = ({ id, substance, text }: Item, url: string, refused: string): PageDecision => ({
  itemId: id,
  url,
  substance,
  text,
  from: 'feed',
  refused
})
