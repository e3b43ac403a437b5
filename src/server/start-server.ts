import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { ServerSettings } from '../config/load-settings.ts'
import type { Library } from '../domain/library.ts'
import type { EpisodeDesk } from '../jobs/episode-desk.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'
import type { EpisodeOrders } from './api/ask-for-episode.ts'
import { createApi } from './api/create-api.ts'
import { createKeyBook } from './api/idempotency.ts'
import { countFailures } from './count-failures.ts'
import { createRateLimit } from './limit-rate.ts'
import { keepListeners } from './listener-book.ts'
import { createListenersApi, nothingHere } from './listeners-api.ts'
import { createOperationsApi } from './operations-api.ts'
import { removeServerFile, writeServerFile } from './server-file.ts'

export interface ServerOptions {
  home: string
  desk: EpisodeDesk
  queue: JobQueue
  /** 0 for any free one. */
  port: number
  host: string
  /** Serve the feeds and their audio as well? */
  shows: ShowsOptions | null
}

/** What listeners get, and how. */
export interface ShowsOptions {
  publicUrl: string | undefined
  /** For the metrics; without it there are none. */
  library?: Library
  server?: ServerSettings
  /** What the API may be asked for; without it, and without a library, nothing. */
  orders?: EpisodeOrders
}

const OPEN: ServerSettings = {
  isPrivate: false,
  listeners: [],
  requestsPerMinute: 600,
  proxies: 0,
  metricsToken: undefined,
  apiToken: undefined
}

export interface RunningServer {
  url: string
  close(): Promise<void>
}

/** Starts the HTTP side of a process that holds a library, and leaves word of it in server.json. */
export async function startServer({
  home,
  desk,
  queue,
  port,
  host,
  shows
}: ServerOptions): Promise<RunningServer> {
  const instanceId = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const settings = shows?.server ?? OPEN
  const limit = createRateLimit(settings.requestsPerMinute, settings.proxies)
  const app = new Hono()
  app.notFound(nothingHere)
  app.get('/healthz', context => context.text('ok'))
  const { isPrivate, apiToken } = settings
  const { library, orders } = shows ?? {}
  const episodes =
    library === undefined || orders === undefined
      ? null
      : { desk, library, orders, isPrivate, keys: createKeyBook(home) }
  app.route('/api', createApi({ desk, queue, instanceId, token, apiToken, limit, episodes }))
  const count = shows === null ? null : countFailures(queue)
  if (shows !== null && count !== null) {
    const { metricsToken, listeners } = settings
    if (isPrivate) await keepListeners(home, listeners)
    const watched = { home, queue, library: shows.library ?? null, failures: count.failures }
    app.route('/', createOperationsApi({ ...watched, limit, openMetrics: !isPrivate, metricsToken }))
    const place = { home, publicUrl: asciiAddress(shows.publicUrl), startedMs: Date.now() }
    app.route('/', createListenersApi({ ...place, isPrivate, limit }))
  }

  const server = await listen(app, port, host)
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
  await writeServerFile(home, { pid: process.pid, instanceId, url, token })
  return {
    url,
    close: async () => {
      count?.stop()
      await removeServerFile(home, instanceId)
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    }
  }
}

/** Feeds have addresses in ASCII. */
const asciiAddress = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : new URL(address).href.replace(/\/+$/, '')

const REASONS: Record<string, string> = {
  EADDRINUSE: 'it is in use; choose another with --port',
  EADDRNOTAVAIL: 'it is not an address of this machine; choose another with --host',
  EACCES: 'no permission; choose a port from 1024 on with --port'
}

function listen(app: Hono, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(`Cannot listen on ${hostname} port ${port}: ${REASONS[error.code ?? ''] ?? error.message}`)
      )
    )
  })
}
