import { buildItems } from './build-items.ts'
import { decideText } from './decide-text.ts'
import { planPages } from './plan-pages.ts'
import { planRundown } from './plan-rundown.ts'
import type { NewsDesk } from './ports.ts'

/** On the thread of the caller. */
export const newsDeskHere: NewsDesk = {
  items: async (entries, feed) => buildItems(entries, feed),
  pages: async request => planPages(request),
  text: async (item, page) => decideText(item, page),
  rundown: async request => planRundown(request)
}
