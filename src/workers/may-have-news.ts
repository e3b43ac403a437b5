import { eachOf } from '../domain/each-of.ts'
import type { EpisodeRef, EpisodeRequest } from '../domain/episode.ts'
import type { FetchedFeed } from '../domain/feed.ts'
import { sourceOf } from '../domain/format-needs.ts'
import type { Library } from '../domain/library.ts'
import { reportSchema } from '../domain/report.ts'
import type { Rundown } from '../domain/rundown.ts'
import type { Ports } from '../compose.ts'
import { firstJob } from '../jobs/jobs-after.ts'
import { stoppedRunSchema } from '../jobs/run-status.ts'
import { recallFeed } from '../stages/fetch/fetch-feed.ts'
import { unchangedFunnel } from '../stages/fetch/offer.ts'
import { reportFunnel } from './report.ts'
import { askOptions, toRundownRequest } from './rundown-request.ts'

const AT_ONCE = 8

/** What a look needs. */
export type LookPorts = Pick<Ports, 'library' | 'news' | 'fetcher' | 'memory'>

/**
 * False where there is plainly nothing to tell: no feed has changed, and all that they have was told or left out. The run
 * is over then, before it needed a queue, and its report says why. Else it takes a fetch stage to say; what the feeds
 * answered holds for it, and nothing was written.
 */
export async function mayHaveNews(ports: LookPorts, request: EpisodeRequest): Promise<boolean> {
  const { library } = ports
  const ref = { show: request.show.id, episode: request.episode }
  if (sourceOf(request.show) !== 'feeds' || (await isBegun(library, ref))) return true
  const rundown = await rundownOfUnchanged(ports, request).catch(() => null)
  if (rundown === null || rundown.stories.length > 0) return true
  // Somebody else may have come to want it while the feeds were asked.
  if (await isBegun(library, ref)) return true
  await library.writeJson(ref, 'request.json', request)
  await reportFunnel(library, ref, rundown.funnel)
  const run = `r${Date.now().toString(36)}`
  const { stage, id } = firstJob('fetch', { ...ref, run })
  await library.writeJson(ref, 'run.json', { run, stage, id, nothingNew: true })
  return false
}

/** Has a run come to its rundown, or stopped before it? The queue knows how to go on. */
async function isBegun(library: Library, ref: EpisodeRef): Promise<boolean> {
  if (await library.has(ref, 'rundown.json')) return true
  const run = await library.readJson(ref, 'run.json', stoppedRunSchema).catch(() => null)
  if (run === null || run.nothingNew === true) return false
  const report = await library.readJson(ref, 'report.json', reportSchema).catch(() => null)
  const fetched = report?.stages.fetch
  const hasEnded = fetched?.run === run.run && fetched.seconds > 0
  return !hasEnded
}

/** Null where a feed has changed or failed, or a page would have to be read. */
async function rundownOfUnchanged(
  ports: LookPorts,
  request: EpisodeRequest
): Promise<Pick<Rundown, 'stories' | 'funnel'> | null> {
  let feeds: FetchedFeed[] | null = []
  await eachOf(request.show.feeds, AT_ONCE, async source => {
    if (feeds === null) return
    const options = { ...askOptions(request, source.url), isAhead: true }
    const feed = await recallFeed(source, options, ports).catch(() => null)
    if (feed === null) feeds = null
    else feeds?.push(feed)
  })
  if (feeds === null) return null
  const asked = await toRundownRequest(ports.library, request, feeds, [])
  const unchanged = unchangedFunnel(asked)
  if (unchanged !== null) return { stories: [], funnel: unchanged }
  const wishes = request.readPages === true ? await ports.news.pages(asked) : []
  return wishes.length > 0 ? null : ports.news.rundown(asked)
}
