import { sha256 } from '../../domain/hash.ts'
import type { Announcer } from '../../stages/publish/ports.ts'
import { publicFeed } from './public-feed.ts'
import { sendAnnouncement } from './send-announcement.ts'

const MEANINGS = {
  400: 'it does not take the address of the feed; does it reach server.public_url?',
  401: 'it asks who we are; use a hub that is open to publishers',
  403: 'it refuses this feed; use a hub that is open to publishers',
  404: 'there is no hub at this address; check announce.websub',
  405: 'this is not the address of a hub; check announce.websub',
  410: 'the hub is gone; take it out of announce.websub'
}

/** Tells a WebSub hub that a feed has changed, as PubSubHubbub 0.4 has it: W3C's text leaves this to the hubs. */
export const createWebsubAnnouncer = (
  hub: string,
  shows: readonly string[],
  limitMs?: number
): Announcer => ({
  name: `websub-${sha256(hub).slice(0, 8)}`,
  shows,
  async announce(news, signal) {
    const form = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': publicFeed(news) })
    await sendAnnouncement(
      {
        url: hub,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        meanings: MEANINGS,
        quotes: new URL(hub).search === ''
      },
      { signal, limitMs }
    )
  }
})
