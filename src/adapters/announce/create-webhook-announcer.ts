import { sha256 } from '../../domain/hash.ts'
import type { Announcer } from '../../stages/publish/ports.ts'
import { buildWebhook } from './build-webhook.ts'
import { sendAnnouncement } from './send-announcement.ts'
import { signWebhook } from './sign-webhook.ts'

const REFUSED = 'it does not take the message; does it know DUOLOGUE_WEBHOOK_SECRET?'
const MEANINGS = {
  400: REFUSED,
  401: REFUSED,
  403: REFUSED,
  404: 'nothing takes messages at this address; check announce.webhooks',
  405: 'nothing takes messages at this address; check announce.webhooks',
  410: 'it wants no more messages; take it out of announce.webhooks'
}

export interface Webhook {
  url: string
  shows: readonly string[]
  /** What the message is signed with. */
  key: Uint8Array
}

/** Posts a signed message with each episode, by Standard Webhooks 1.0.0. */
export const createWebhookAnnouncer = (
  { url, shows, key }: Webhook,
  { clock = () => new Date(), limitMs }: { clock?: () => Date; limitMs?: number } = {}
): Announcer => ({
  name: `webhook-${sha256(url).slice(0, 8)}`,
  shows,
  async announce(news, signal) {
    const body = buildWebhook(news)
    const timestamp = Math.floor(clock().getTime() / 1000)
    const signed = signWebhook({ id: news.id, timestamp, body }, key)
    await sendAnnouncement(
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
        meanings: MEANINGS
      },
      { signal, limitMs }
    )
  }
})
