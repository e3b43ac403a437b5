import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { EpisodeDesk } from '../jobs/episode-desk.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'
import { createControlApi } from './control-api.ts'
import { createShowsApi } from './shows-api.ts'
import { removeServerFile, writeServerFile } from './server-file.ts'

export interface ServerOptions {
  home: string
  desk: EpisodeDesk
  queue: JobQueue
  /** 0 for any free one. */
  port: number
  host: string
  /** Serve the feeds and their audio as well? */
  shows: { publicUrl: string | undefined } | null
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
  const app = new Hono()
  app.get('/healthz', context => context.text('ok'))
  app.route('/api', createControlApi({ desk, queue, instanceId, token }))
  if (shows !== null) app.route('/', createShowsApi(home, shows.publicUrl))

  const server = await listen(app, port, host)
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
  await writeServerFile(home, { pid: process.pid, instanceId, url, token })
  return {
    url,
    close: async () => {
      await removeServerFile(home, instanceId)
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    }
  }
}

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
