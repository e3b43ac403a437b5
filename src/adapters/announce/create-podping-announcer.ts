import type { Announcer } from '../../stages/publish/ports.ts'
import { publicFeed } from './public-feed.ts'
import { sendAnnouncement } from './send-announcement.ts'

const MEANINGS = {
  400: 'it does not take the address of the feed; check server.public_url',
  401: 'it does not know the token; check DUOLOGUE_PODPING_TOKEN',
  403: 'it does not take the token; check DUOLOGUE_PODPING_TOKEN',
  404: 'there is no Podping service at this address; check announce.podping_url'
}

/** Tells Podping that a feed has changed: a GET with the token, bare, as its Authorization. */
export const createPodpingAnnouncer = (
  { url, token }: { url: string; token: string },
  shows: readonly string[],
  limitMs?: number
): Announcer => ({
  name: 'podping',
  shows,
  async announce(news, signal) {
    const address = new URL(url)
    address.searchParams.set('url', publicFeed(news))
    address.searchParams.set('reason', 'update')
    address.searchParams.set('medium', 'podcast')
    await sendAnnouncement(
      { url: address.href, method: 'GET', headers: { authorization: token }, meanings: MEANINGS },
      { signal, limitMs }
    )
  }
})
