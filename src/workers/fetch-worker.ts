import { fetchedFeedSchema, type FetchedFeed } from '../domain/feed.ts'
import { sourceOf } from '../domain/format-needs.ts'
import { hashOf } from '../domain/hash.ts'
import type { Library } from '../domain/library.ts'
import { rundownSchema, type Rundown } from '../domain/rundown.ts'
import { shownUrl } from '../domain/shown-url.ts'
import { StageError } from '../domain/stage-error.ts'
import type { Ports } from '../compose.ts'
import { feedJobs } from '../jobs/jobs-after.ts'
import { feedJobSchema } from '../jobs/payloads.ts'
import type { ChildOutcome, Processor } from '../jobs/queue/job-queue.ts'
import { feedIdOf, fetchFeed } from '../stages/fetch/fetch-feed.ts'
import { askPages } from './ask-pages.ts'
import { feedFileOf } from './page-processor.ts'
import { reportFunnel } from './report.ts'
import { loadRequest, type StageContext, type StageWork } from './stage-processor.ts'
import { askOptions, toRundownRequest } from './rundown-request.ts'

/** How long an address that nobody asks any more is remembered. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

const feedFile = (url: string) => feedFileOf(feedIdOf(url))

/** One feed: its bytes to a file of items. */
export const feedProcessor =
  (ports: Ports): Processor =>
  async (job, signal) => {
    const { show, episode, url } = feedJobSchema.parse(job.data)
    const request = await loadRequest(ports, { show, episode }, 'fetch')
    const source = request.show.feeds.find(feed => feed.url === url)
    if (source === undefined)
      throw new StageError('fetch', `${shownUrl(url)} is not a feed of ${show}`, { retryable: false })
    const options = { ...askOptions(request, url), signal }
    const feed = await fetchFeed(source, { ...options, now: new Date(request.now) }, ports)
    await ports.library.writeJson({ show, episode }, feedFile(url), feed)
    return { items: feed.items.length, bytes: feed.bytes }
  }

/** The fetch stage: every feed, then the rundown; of a text or a topic the rundown alone. */
export const fetchStage: StageWork = async context => {
  const { ports, ref, request, payload } = context
  const { library } = ports
  const inputHash = hashOf({ show: request.show, date: request.date, run: payload.run })
  const known = await library.readJson(ref, 'rundown.json', rundownSchema)
  if (known?.inputHash === inputHash) return { skipped: true, facts: {} }

  const fromFeeds = sourceOf(request.show) === 'feeds'
  const { rundown, feeds } = fromFeeds
    ? await askFeeds(context)
    : { rundown: await planText(context), feeds: 0 }
  await reportFunnel(library, ref, rundown.funnel)
  if (rundown.stories.length === 0) return { skipped: false, outcome: 'nothing-new', facts: { stories: 0 } }
  await library.writeJson(ref, 'rundown.json', { inputHash, ...rundown })
  return { skipped: false, facts: { feeds, stories: rundown.stories.length } }
}

type Planned = Omit<Rundown, 'inputHash'>

async function planText({ request, ref }: StageContext): Promise<Planned> {
  const { planTextRundown } = await import('../stages/fetch/plan-text-rundown.ts')
  return planTextRundown({ show: request.show, episode: ref.episode, date: request.date })
}

async function askFeeds(context: StageContext): Promise<{ rundown: Planned; feeds: number }> {
  const { ports, ref, request, payload, job } = context
  const { library } = ports
  const jobs = feedJobs(request.show, payload)
  ports.news.warm?.()
  const outcomes = await job.fanOut(jobs, { mustPass: false })
  const urls = request.show.feeds.map(feed => feed.url)
  const feeds = await loadFeeds(library, ref, urls, outcomes)
  const asked = await toRundownRequest(library, request, feeds, failuresOf(urls, outcomes))
  const read = await askPages(context, asked)
  // Its entries count as forgotten where they are not there, so that nothing depends on this.
  await ports.pruneCache(new Date(Date.now() - KEPT_MS)).catch(() => 0)
  const rundown = await ports.news.rundown({ ...asked, feeds: read.feeds })
  const funnel = { ...rundown.funnel, ...(read.pages === null ? {} : { pages: read.pages }) }
  return { rundown: { ...rundown, funnel }, feeds: feeds.length }
}

async function loadFeeds(
  library: Library,
  ref: { show: string; episode: string },
  urls: string[],
  outcomes: ChildOutcome[]
): Promise<FetchedFeed[]> {
  const answered = urls.filter((_, index) => outcomes[index]?.status === 'completed')
  const feeds: FetchedFeed[] = []
  // One after the other: files that are read at once are parsed at once, and hold up everything else meanwhile.
  for (const url of answered) {
    const feed = await library.readJson(ref, feedFile(url), fetchedFeedSchema)
    if (feed !== null) feeds.push(feed)
  }
  return feeds
}

const failuresOf = (urls: string[], outcomes: ChildOutcome[]) =>
  outcomes.flatMap((outcome, index) =>
    outcome.status === 'failed' ? [{ url: shownUrl(urls[index] ?? outcome.id), reason: outcome.reason }] : []
  )
