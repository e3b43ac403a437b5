import type { Ports } from '../compose.ts'
import { LOCAL_URL, type Settings } from '../config/load-settings.ts'
import type { EpisodeRequest } from '../domain/episode.ts'
import { sha256 } from '../domain/hash.ts'
import type { Show } from '../domain/show.ts'
import { requestOfDay, type StandingOrder } from '../domain/standing-order.ts'
import { UsageError } from './exit.ts'

/** The show of that name, or the only one. */
export function chooseShow(settings: Settings, id: string | undefined): Show {
  const names = settings.shows.map(show => show.id).join(', ')
  const show =
    id === undefined && settings.shows.length === 1
      ? settings.shows[0]
      : settings.shows.find(show => show.id === id)
  if (show !== undefined) return show
  const wish = id === undefined ? 'Name the show' : `${settings.configFile} has no show "${id}"; name one`
  throw new UsageError(`${wish} of: ${names}`)
}

/** A show on the spot from addresses: its own id for each set of feeds, so that they do not share a day's episode. */
export function showOfFeeds(base: Show, urls: string[]): Show {
  for (const url of urls) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new UsageError(`--feed ${url} is not an address; give one such as https://example.org/feed.xml`)
  }
  return {
    ...base,
    id: `brief-${sha256([...urls].sort().join('\n')).slice(0, 8)}`,
    title: 'Your Brief',
    description: `The news from ${urls.map(url => new URL(url).hostname).join(', ')}, told by two hosts. Written and spoken by software.`,
    feeds: urls.map(url => ({ url, weight: 1 })),
    schedule: undefined
  }
}

const LOCAL_HOST =
  /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\])$/

/** The person at the keyboard wrote a private address: it is meant. */
const asksForPrivate = (show: Show) =>
  show.feeds.some(({ url }) => URL.canParse(url) && LOCAL_HOST.test(new URL(url).hostname))

/** What the settings say of any episode of a show. */
export const toOrder = (settings: Settings, show: Show): StandingOrder => ({
  show,
  writer: settings.writer,
  speech: settings.speech,
  publicUrl: settings.publicUrl ?? LOCAL_URL,
  allowPrivateAddresses: settings.allowPrivateAddresses || asksForPrivate(show),
  skipTold: true
})

/** What is asked of the queue: today's episode, or a second one. */
export async function toRequest(
  ports: Ports,
  settings: Settings,
  show: Show,
  options: { another?: boolean; now?: Date } = {}
): Promise<EpisodeRequest> {
  const order = toOrder(settings, show)
  await ports.check(order)
  const request = requestOfDay(order, options.now ?? new Date())
  return options.another === true
    ? { ...request, episode: await nextOfDay(ports, show.id, request.date) }
    : request
}

async function nextOfDay(ports: Ports, show: string, date: string): Promise<string> {
  const taken = new Set(await ports.library.episodes(show))
  if (!taken.has(date)) return date
  for (let number = 2; ; number++) if (!taken.has(`${date}-${number}`)) return `${date}-${number}`
}
