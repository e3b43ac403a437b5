import { namesPrivateHost } from '../domain/private-host.ts'
import { feedSourceSchema } from '../domain/show.ts'
import { feedKeyOf, parseFeedAddress } from './feed-address.ts'

/** A feed as a list names it; everything is untrusted. */
export interface ListedFeed {
  address: string
  /** Empty where there is none. */
  title: string
  weight: number | null
}

/** A feed as it is written into duologue.yaml. */
export interface NewFeed {
  url: string
  title?: string
  weight?: number
}

/** What becomes of the feeds of a list. */
export interface FeedPlan {
  added: NewFeed[]
  /** Addresses that the show has already. */
  known: string[]
  /** How many the list names more than once. */
  repeated: number
  refused: { address: string; why: string }[]
  /** Of those added: titles that could not be said aloud, and so are left out. */
  withoutTitle: { url: string; title: string }[]
  /** Of those added: addresses of a home network. */
  atHome: string[]
}

export const MOST_FEEDS = 200

const FULL = `a show takes ${MOST_FEEDS} feeds at most`

const { title: titleSchema, weight: weightSchema } = feedSourceSchema.shape

/** Which feeds of a list are added to those that a show has, and why the others are not. Changes nothing. */
export function planFeeds(listed: readonly ListedFeed[], existing: readonly { url: string }[]): FeedPlan {
  const plan: FeedPlan = { added: [], known: [], repeated: 0, refused: [], withoutTitle: [], atHome: [] }
  const had = new Set(existing.map(({ url }) => feedKeyOf(url)))
  const seen = new Set<string>()
  for (const feed of listed) {
    const address = parseFeedAddress(feed.address)
    if ('wrong' in address) {
      plan.refused.push({ address: feed.address, why: address.wrong })
      continue
    }
    const { url } = address
    const key = feedKeyOf(url)
    if (seen.has(key)) plan.repeated++
    else if (had.has(key)) plan.known.push(url)
    else if (existing.length + plan.added.length >= MOST_FEEDS) plan.refused.push({ address: url, why: FULL })
    else addTo(plan, url, feed)
    seen.add(key)
  }
  return plan
}

function addTo(plan: FeedPlan, url: string, { title, weight }: ListedFeed): void {
  const canBeSaid = titleSchema.safeParse(title).success
  const counts = weight !== null && weight !== 1 && weightSchema.safeParse(weight).success
  if (title !== '' && !canBeSaid) plan.withoutTitle.push({ url, title })
  if (namesPrivateHost(url)) plan.atHome.push(url)
  plan.added.push({ url, ...(canBeSaid ? { title } : {}), ...(counts ? { weight } : {}) })
}
