import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a path answers: text or bytes as a feed, or a function that does as it likes. */
export type Route =
  string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void | Promise<void>)

export interface FeedServer {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  url: string
  /** Paths asked for, in order. */
  asked: string[]
  /** Connections that are open now. */
  open(): Promise<number>
  close(): Promise<void>
}

/** Serves `routes` (path → answer) on a free port of 127.0.0.1; other paths answer 404. */
export async function startFeedServer(routes: Record<string, Route>): Promise<FeedServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const route = routes[path]
    if (route === undefined) response.writeHead(404).end('nothing here')
    else if (typeof route === 'function') void route(request, response)
    else response.writeHead(200, { 'content-type': 'application/xml' }).end(route)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    open: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
      ),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

export interface SampleEntry {
  title: string
  text: string
  /** RFC 822 or ISO 8601 */
  date?: string
  guid?: string
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An RSS 2.0 feed. */
export function rssFeed(title: string, entries: SampleEntry[]): string {
  const items = entries.map(
    ({ title, text, date, guid }) =>
      `<item><title>${escape(title)}</title><description>${escape(text)}</description>` +
      (date === undefined ? '' : `<pubDate>${date}</pubDate>`) +
      `<guid isPermaLink="false">${escape(guid ?? title)}</guid></item>`
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escape(title)}</title>${items.join('')}</channel></rss>`
}
