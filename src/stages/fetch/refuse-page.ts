import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { Item } from '../../domain/feed.ts'
import type { PageText } from './page-ports.ts'
import { wallOf } from './page-walls.ts'
import { readableText } from './readable-part.ts'
import { sharedShare, tellingWords } from './shared-share.ts'

export type ToldItem = Pick<Item, 'title' | 'text' | 'url'>

/**
 * Of the telling words of title and lead, so many must stand on the page. Of 20 saved news pages, 19 have 0.67 to 1 of
 * the words of their own title and description, and at most 0.41 of another's; the twentieth has its front page's title
 * and 0.25. A title alone is short: long pages have up to 0.5 of another's by chance.
 */
const LEAST_SHARED = 0.5
const LEAST_SHARED_TITLE = 0.6
const LEAD_WORDS = 60

const pathOf = (url: string | null): string => (url !== null && canParseUrl(url) ? new URL(url).pathname : '')

const isFrontDoor = (path: string): boolean => /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w{3,5})?$/i.test(path)

/** Dead links lead to the front page, which has a line of every story. */
function isFrontPage(item: ToldItem, page: PageText): boolean {
  const asked = pathOf(item.url)
  if (asked === '' || isFrontDoor(asked)) return false
  return [page.url, page.canonicalUrl].some(url => url !== null && isFrontDoor(pathOf(url)))
}

function reservation({ robots }: PageText): string | null {
  if (robots.noAi) return 'the page asks not to be used by AI (noai)'
  return robots.tdmReserved === true ? 'the page reserves text and data mining (tdm-reservation)' : null
}

/** Why a page's text must not stand for an item; null where it may. `story` is the page's text, cleaned. */
export function refusePage(item: ToldItem, page: PageText, story: string): string | null {
  const wall = reservation(page) ?? wallOf(`${page.title ?? ''}\n${readableText(page.paragraphs)}`)
  if (wall !== null) return wall
  if (isFrontPage(item, page)) return 'the link leads to a front page'
  if (story === '') return 'no whole sentence on the page belongs to a story'
  const told = `${item.title} ${item.text.split(/\s+/, LEAD_WORDS).join(' ')}`
  if (tellingWords(told).size === 0) return null
  const least = item.text === '' ? LEAST_SHARED_TITLE : LEAST_SHARED
  const shared = sharedShare(told, `${page.title ?? ''}\n${story}`)
  return shared < least
    ? `the page tells of something else: ${Math.round(shared * 100)} % of the item's words stand in it`
    : null
}
