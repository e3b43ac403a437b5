import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { startFeedServer } from './feed-server.ts'
import type { FeedServer, Route } from './feed-server.ts'

export interface SiteAnswer {
  path: string
  status: number
  /** Was it asked for only where it changed? */
  isConditional: boolean
}

export interface NewsSite extends FeedServer {
  /** What was answered, in order. */
  answers: SiteAnswer[]
}

const typeOf = (path: string): string =>
  /\.xml$/.test(path)
    ? 'application/rss+xml'
    : /\.txt$/.test(path)
      ? 'text/plain'
      : 'text/html; charset=utf-8'

/** A site whose every answer has an ETag. `files` gets its origin; a function among them answers as it likes. */
export async function startNewsSite(files: (origin: string) => Record<string, Route>): Promise<NewsSite> {
  const answers: SiteAnswer[] = []
  const routes: Record<string, Route> = {}
  const server = await startFeedServer(routes)
  for (const [path, route] of Object.entries(files(server.url)))
    routes[path] = (request, response) => {
      const isConditional = request.headers['if-none-match'] !== undefined
      response.once('finish', () => answers.push({ path, status: response.statusCode, isConditional }))
      return typeof route === 'function' ? route(request, response) : answer(path, route, request, response)
    }
  return { ...server, answers }
}

function answer(path: string, body: string | Uint8Array, request: IncomingMessage, response: ServerResponse) {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
  else response.writeHead(200, { 'content-type': typeOf(path), etag }).end(body)
}
