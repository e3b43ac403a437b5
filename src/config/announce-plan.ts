import { faultForHubs, faultForPodping } from './announce-address.ts'
import { ConfigError, type Fault } from './config-error.ts'
import { parseWebhookKey, WEBHOOK_SECRET_HELP } from './webhook-key.ts'
import type { Settings } from './load-settings.ts'

/** Who is told, with all that it takes to tell them. */
export interface AnnouncePlan {
  /** The library's root as everybody reaches it, without a slash at the end; null where there is no such address. */
  root: string | null
  hubs: string[]
  podping: { url: string; token: string } | null
  webhooks: { url: string; shows: readonly string[]; key: Uint8Array }[]
  /** Ids of the shows that are configured: no other is announced. */
  shows: readonly string[]
}

export type AnnounceFrom = Pick<Settings, 'announce' | 'publicUrl' | 'server' | 'shows' | 'configFile'>

/**
 * What `announce` comes to with the address and the secrets that the environment may hold. Throws a ConfigError with
 * every fault; asked where episodes are published, since other commands need none of the secrets.
 */
export function planAnnounce(settings: AnnounceFrom): AnnouncePlan {
  const { announce, publicUrl, server, configFile } = settings
  const { podpingToken: token, webhookSecret: secret } = announce
  const key = secret === undefined ? null : parseWebhookKey(secret)
  const faults = [...addressFaults(settings), ...tokenFaults(settings), ...secretFaults(settings, key)]
  if (faults.length > 0) throw new ConfigError(configFile, faults)
  const shows = settings.shows.map(({ id }) => id)
  return {
    root: server.isPrivate ? null : (publicUrl ?? null),
    hubs: announce.hubs,
    podping: announce.podping && token !== undefined ? { url: announce.podpingUrl, token } : null,
    webhooks: key === null ? [] : announce.webhooks.map(hook => ({ shows, ...hook, key })),
    shows
  }
}

const fault = (path: string, message: string): Fault => ({ path, line: null, message })

function addressFaults({ announce, publicUrl }: AnnounceFrom): Fault[] {
  const ofHubs = announce.hubs.length > 0 ? faultForHubs(publicUrl) : null
  const ofPodping = announce.podping ? faultForPodping(publicUrl) : null
  return [
    ...(ofHubs === null ? [] : [fault('announce.websub', ofHubs)]),
    ...(ofPodping === null ? [] : [fault('announce.podping', ofPodping)])
  ]
}

function tokenFaults({ announce: { podping, podpingToken } }: AnnounceFrom): Fault[] {
  if (!podping) return []
  if (podpingToken === undefined)
    return [
      fault('announce.podping', 'put the token that podping.cloud gave you into DUOLOGUE_PODPING_TOKEN')
    ]
  return /^[\x21-\x7e]+$/.test(podpingToken)
    ? []
    : [fault('announce.podping', 'DUOLOGUE_PODPING_TOKEN holds a character that no HTTP header takes')]
}

function secretFaults({ announce }: AnnounceFrom, key: Uint8Array | null): Fault[] {
  if (announce.webhooks.length === 0 || key !== null) return []
  const wrong =
    announce.webhookSecret === undefined
      ? 'the messages are signed, and DUOLOGUE_WEBHOOK_SECRET is not set'
      : 'DUOLOGUE_WEBHOOK_SECRET is too short, too long or not in base64'
  return [fault('announce.webhooks', `${wrong}: ${WEBHOOK_SECRET_HELP}`)]
}
