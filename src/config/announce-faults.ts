import type { AnnounceConfig } from './announce-config-schema.ts'

interface Configured {
  announce: AnnounceConfig
  server: { private: boolean }
  shows: Record<string, unknown>
}

/** A fault and where it is, below the top of the file. */
export interface AnnounceFault {
  path: (string | number)[]
  message: string
}

const SECRET =
  "the addresses of a private server are its listeners' secrets, and this would tell the world; take it out, or set server.private to false"

/** What of `announce` does not go with the rest of the file. */
export function faultsOfAnnounce({ announce, server, shows }: Configured): AnnounceFault[] {
  return [...(server.private ? faultsOfPrivate(announce) : []), ...faultsOfShows(announce, shows)]
}

const faultsOfPrivate = ({ websub, podping }: AnnounceConfig): AnnounceFault[] => [
  ...(websub.length > 0 ? [{ path: ['announce', 'websub'], message: SECRET }] : []),
  ...(podping ? [{ path: ['announce', 'podping'], message: SECRET }] : [])
]

const faultsOfShows = ({ webhooks }: AnnounceConfig, shows: Record<string, unknown>): AnnounceFault[] =>
  webhooks.flatMap((webhook, at) =>
    (webhook.shows ?? []).flatMap((show, index) =>
      Object.hasOwn(shows, show)
        ? []
        : [
            {
              path: ['announce', 'webhooks', at, 'shows', index],
              message: `there is no show "${show}"; name one of: ${Object.keys(shows).join(', ')}`
            }
          ]
    )
  )
