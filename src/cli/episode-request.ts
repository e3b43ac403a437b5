import { canParseUrl } from '../domain/can-parse-url.ts'
import type { Ports } from '../compose.ts'
import { LOCAL_URL, type Settings } from '../config/load-settings.ts'
import type { EpisodeRequest } from '../domain/episode.ts'
import { faultOfSource } from '../domain/format-needs.ts'
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

const COUNTS = ['no', 'one', 'two', 'three', 'four']

/** A show on the spot from addresses: its own id for each set of feeds, so that they do not share a day's episode. */
export function showOfFeeds(base: Show, urls: string[]): Show {
  for (const url of urls) {
    if (!canParseUrl(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new UsageError(`--feed ${url} is not an address; give one such as https://example.org/feed.xml`)
  }
  const count = base.hosts.length
  const format = faultOfSource(base.format, 'feeds') === null ? base.format : 'brief'
  return {
    ...base,
    id: `brief-${sha256([...urls].sort().join('\n')).slice(0, 8)}`,
    title: 'Your Brief',
    description: `The news from ${urls.map(url => new URL(url).hostname).join(', ')}, told by ${COUNTS[count] ?? count} ${count === 1 ? 'host' : 'hosts'}. Written and spoken by software.`,
    feeds: urls.map(url => ({ url, weight: 1 })),
    text: undefined,
    topic: undefined,
    format,
    schedule: undefined
  }
}

/** What the settings say of any episode of a show. */
export const toOrder = (settings: Settings, show: Show): StandingOrder => ({
  show,
  writer: settings.writer,
  speech: settings.speech,
  publicUrl: settings.publicUrl ?? LOCAL_URL,
  allowPrivateAddresses: settings.allowPrivateAddresses,
  readPages: settings.readPages,
  skipTold: true
})

/** The order with what it leaves open chosen; throws a ConfigError where it cannot be met. */
export async function settleOrder(ports: Ports, order: StandingOrder): Promise<StandingOrder> {
  const settled = { ...order, speech: await ports.chooseSpeech(order) }
  await ports.check(settled)
  return settled
}

/** What is asked of the queue: today's episode, or a second one. */
export async function toRequest(
  ports: Ports,
  settings: Settings,
  show: Show,
  options: { another?: boolean; now?: Date } = {}
): Promise<EpisodeRequest> {
  const order = await settleOrder(ports, toOrder(settings, show))
  const request = { ...requestOfDay(order, options.now ?? new Date()), byHand: true }
  return options.another === true
    ? { ...request, episode: await nextOfDay(ports, show.id, request.date) }
    : request
}

/** The first of the day that is not published, so that one that was stopped goes on. */
async function nextOfDay(ports: Ports, show: string, date: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const episode = number === 1 ? date : `${date}-${number}`
    if (!(await ports.library.has({ show, episode }, 'episode.json'))) return episode
  }
  throw new UsageError(`${show} has 99 episodes of ${date} already`)
}
