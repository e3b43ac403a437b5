import { decideText } from './decide-text.ts'
import { makeFeed } from './make-feed.ts'
import { planPages } from './plan-pages.ts'
import { planRundown } from './plan-rundown.ts'
import type { NewsDesk } from './ports.ts'

/** On the thread of the caller. */
export const newsDeskHere: NewsDesk = {
  feed: async (raw, origin) => makeFeed(raw, origin),
  pages: async request => planPages(request),
  text: async (item, page) => decideText(item, page),
  rundown: async request => planRundown(request)
}
