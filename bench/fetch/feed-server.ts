import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { makeFeed, makePage } from './make-news.ts'

interface Body {
  packed: Buffer
  etag: string
  type: string
}

const [feeds = 200, items = 20] = process.argv.slice(2).map(Number)

const packed = (text: string, type: string): Body => ({
  packed: gzipSync(text),
  etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`,
  type
})

const made = new Map<string, Body>()

/** /0.xml, /1.xml … are feeds, /0/7.html is the page of an item of the first. */
function bodyOf(path: string): Body | undefined {
  const [, feed, story] = /^\/(\d+)\/(\d+)\.html$/.exec(path) ?? []
  if (feed === undefined) return made.get(path)
  return packed(makePage(Number(feed), Number(story)), 'text/html; charset=utf-8')
}

/** Serves feeds and pages, packed and with validators, and tells its parent the port. */
const server = createServer((request, response) => {
  const body = bodyOf(request.url ?? '')
  if (body === undefined) return void response.writeHead(404).end()
  const { etag, type } = body
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', etag }).end(body.packed)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  for (let feed = 0; feed < feeds; feed++)
    made.set(
      `/${feed}.xml`,
      packed(makeFeed(feed, feeds, items, `http://127.0.0.1:${port}`), 'application/rss+xml')
    )
  process.send?.(port)
})
process.on('disconnect', () => process.exit())
