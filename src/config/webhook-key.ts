/** Standard Webhooks: at least 24 bytes, at most 64. */
const LEAST = 24
const MOST = 64
const PREFIX = 'whsec_'

export const WEBHOOK_SECRET_HELP = `give at least ${LEAST} characters, or ${PREFIX} and ${LEAST} to ${MOST} random bytes in base64, as "echo ${PREFIX}$(openssl rand -base64 32)" prints them`

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/

/** The bytes that a webhook is signed with; null where the secret is no good one. */
export function parseWebhookKey(secret: string): Uint8Array | null {
  if (!secret.startsWith(PREFIX)) return secret.length < LEAST ? null : new TextEncoder().encode(secret)
  const base64 = secret.slice(PREFIX.length)
  if (!BASE64.test(base64)) return null
  const key = Buffer.from(base64, 'base64')
  return key.length < LEAST || key.length > MOST ? null : key
}
