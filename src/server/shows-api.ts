import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { LOCAL_URL } from '../config/load-settings.ts'
import { slugSchema } from '../domain/show.ts'

const TYPES: Record<string, string> = {
  mp3: 'audio/mpeg',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  html: 'text/html; charset=utf-8'
}

/** What listeners may have of an episode's folder; the rest is the workshop. */
const FILES =
  /^\/shows\/[a-z0-9-]+\/(?:cover\.jpg|episodes\/[0-9-]+\/(?:episode\.mp3|chapters\.json|transcript\.(?:vtt|srt|json)|notes\.html))$/

/** The address that a listener asked, as far as it is one: it goes into the feed. */
const askedAddress = (host = ''): string | null =>
  /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) ? `http://${host}` : null

/** Feeds, audio and what belongs to it. */
export function createShowsApi(home: string, publicUrl: string | undefined): Hono {
  const app = new Hono()
  app.get('/shows/:show/feed.xml', async context => {
    const show = slugSchema.safeParse(context.req.param('show'))
    const xml = show.success
      ? await readFile(join(home, 'shows', show.data, 'feed.xml'), 'utf8').catch(() => null)
      : null
    if (xml === null) return context.text('There is no such show.', 404)
    const root = publicUrl ?? askedAddress(context.req.header('host'))
    if (root === null) return context.text('The Host header is not an address.', 400)
    const text = xml.replaceAll(LOCAL_URL, () => root.replaceAll('&', '&amp;'))
    return context.body(text, 200, {
      'content-type': 'application/rss+xml; charset=utf-8',
      'access-control-allow-origin': '*'
    })
  })
  app.use('/shows/*', async (context, next) =>
    FILES.test(context.req.path) ? next() : context.text('There is no such file.', 404)
  )
  app.use(
    '/shows/*',
    serveStatic({
      root: relative(process.cwd(), home) || '.',
      onFound: (path, context) => {
        const type = path.endsWith('chapters.json')
          ? 'application/json+chapters'
          : TYPES[path.split('.').at(-1) ?? '']
        if (type !== undefined) context.header('content-type', type)
        if (path.endsWith('.mp3')) context.header('accept-ranges', 'bytes')
        context.header('access-control-allow-origin', '*')
        context.header('x-content-type-options', 'nosniff')
      }
    })
  )
  return app
}
