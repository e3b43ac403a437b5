import { createHmac } from 'node:crypto'

export interface SignedParts {
  id: string
  /** Seconds since 1970, of this try. */
  timestamp: number
  body: string
}

/** The headers of Standard Webhooks 1.0.0: HMAC-SHA256 of `id.timestamp.body`, in base64. */
export function signWebhook({ id, timestamp, body }: SignedParts, key: Uint8Array): Record<string, string> {
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`
  }
}
