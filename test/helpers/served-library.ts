import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import type { ServerSettings } from '../../src/config/load-settings.ts'
import type { EpisodeDesk } from '../../src/jobs/episode-desk.ts'
import type { JobEvent, JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { startServer, type RunningServer } from '../../src/server/start-server.ts'

export const EPISODE = '/shows/morning/episodes/2026-11-22'
export const AUDIO = Buffer.from('0123456789')
export const NOTES = '<!doctype html><p>Notes</p>\n'.padEnd(4000, '<p>More</p>\n')

/** As it is made without a public address: two items' worth of text, one address of ours and one of another's. */
export const FEED = `<rss><channel>
<link>http://localhost:7474/</link>
<atom:link href="http://localhost:7474/shows/morning/feed.xml" rel="self"/>
<enclosure url="http://localhost:7474${EPISODE}/episode.mp3"/>
<source>http://localhost:74740/shows/ ${'and so on '.repeat(200)}</source>
</channel></rss>`

export async function fillLibrary(home: string): Promise<void> {
  const episode = join(home, EPISODE)
  await mkdir(episode, { recursive: true })
  const files = { 'episode.mp3': AUDIO, 'notes.html': NOTES, 'script.json': '{}', 'chapters.json': '{}' }
  for (const [name, data] of Object.entries({ ...files, 'transcript.vtt': 'WEBVTT' }))
    await writeFile(join(episode, name), data)
  await writeFile(join(home, 'shows/morning/cover.jpg'), 'jpeg')
  await writeFile(join(home, 'shows/morning/feed.xml'), FEED)
}

/** A queue of which only its figures and its events are asked. */
export function countedQueue(figures: { failed: number } = { failed: 0 }) {
  const listeners = new Set<(event: JobEvent) => void>()
  const queue = {
    counts: async () => ({
      waiting: 1,
      delayed: 0,
      active: 0,
      'waiting-children': 0,
      completed: 3,
      failed: figures.failed
    }),
    onEvent: (listener: (event: JobEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  } as unknown as JobQueue
  return { queue, listeners, tell: (event: JobEvent) => listeners.forEach(listener => listener(event)) }
}

export const serverSettings = (wish: Partial<ServerSettings> = {}): ServerSettings => ({
  isPrivate: false,
  listeners: ['me'],
  requestsPerMinute: 0,
  proxies: 0,
  metricsToken: undefined,
  apiToken: undefined,
  ...wish
})

export const serveLibrary = (
  home: string,
  wish: Partial<ServerSettings> = {},
  { queue = countedQueue().queue, publicUrl }: { queue?: JobQueue; publicUrl?: string } = {}
): Promise<RunningServer> =>
  startServer({
    home,
    desk: {} as EpisodeDesk,
    queue,
    port: 0,
    host: '127.0.0.1',
    shows: { publicUrl, library: createFileLibrary(home), server: serverSettings(wish) }
  })

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

/** fetch() sets headers, unpacks and cleans paths by itself; here what is asked is sent as it is. */
export const ask = (
  server: RunningServer,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET'
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const sent = request({ hostname, port, path, method, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          const body = Buffer.concat(chunks)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            text: body.toString()
          })
        })
      response.once('error', reject)
    })
    sent.once('error', reject).end()
  })
