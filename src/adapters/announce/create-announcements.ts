import { planAnnounce, type AnnounceFrom } from '../../config/announce-plan.ts'
import type { Announcements } from '../../stages/publish/ports.ts'
import { createPodpingAnnouncer } from './create-podping-announcer.ts'
import { createWebhookAnnouncer } from './create-webhook-announcer.ts'
import { createWebsubAnnouncer } from './create-websub-announcer.ts'

/** Everybody whom the configuration wants told. Throws a ConfigError where an address, a token or a secret is missing. */
export function createAnnouncements(settings: AnnounceFrom): Announcements {
  const { root, hubs, podping, webhooks, shows } = planAnnounce(settings)
  return {
    hubs,
    usesPodping: podping !== null,
    root,
    announcers: [
      ...hubs.map(hub => createWebsubAnnouncer(hub, shows)),
      ...(podping === null ? [] : [createPodpingAnnouncer(podping, shows)]),
      ...webhooks.map(hook => createWebhookAnnouncer(hook))
    ]
  }
}
