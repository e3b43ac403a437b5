import type { FetchedFeed } from '../domain/feed.ts'
import {
  pageDecisionSchema,
  pageWishesSchema,
  type PageDecision,
  type PageWish
} from '../domain/page-decision.ts'
import type { PagesReport } from '../domain/rundown.ts'
import { pageJobs } from '../jobs/jobs-after.ts'
import type { RundownRequest } from '../stages/fetch/plan-rundown.ts'
import { withPages } from '../stages/fetch/with-pages.ts'
import { pageFile } from './page-processor.ts'
import type { StageContext } from './stage-processor.ts'

interface PagesRead {
  feeds: FetchedFeed[]
  /** Null where no page was worth reading. */
  pages: PagesReport | null
}

/** The job is started again when its pages are read: what was chosen then is not chosen anew. */
async function wishesOf({ ports, ref, payload }: StageContext, request: RundownRequest): Promise<PageWish[]> {
  const { library, news } = ports
  const known = await library.readJson(ref, 'pages.json', pageWishesSchema).catch(() => null)
  if (known?.run === payload.run) return known.wishes
  const wishes = await news.pages(request)
  await library.writeJson(ref, 'pages.json', { run: payload.run, wishes })
  return wishes
}

/** Reads the pages of promising stories, one job each; what cannot be had leaves its item as the feed has it. */
export async function askPages(context: StageContext, request: RundownRequest): Promise<PagesRead> {
  const { ports, ref, payload, job } = context
  const feeds = [...request.feeds]
  if (context.request.readPages !== true) return { feeds, pages: null }
  const wishes = await wishesOf(context, request)
  if (wishes.length === 0) return { feeds, pages: null }
  const outcomes = await job.fanOut(pageJobs(wishes, payload), { mustPass: false })
  const decisions: PageDecision[] = []
  const notTaken: PagesReport['notTaken'] = []
  for (const [index, { itemId, url }] of wishes.entries()) {
    const outcome = outcomes[index]
    const read = await ports.library.readJson(ref, pageFile(itemId), pageDecisionSchema).catch(() => null)
    if (read !== null) decisions.push(read)
    const failed = outcome?.status === 'failed' ? outcome.reason : 'it was not read'
    if (read?.refused !== null) notTaken.push({ url, reason: read?.refused ?? failed })
  }
  const pages = { asked: wishes.length, taken: wishes.length - notTaken.length, notTaken }
  return { feeds: withPages(feeds, decisions), pages }
}
