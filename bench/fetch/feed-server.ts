import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { makeFeed } from './make-news.ts'

const [feeds = 200, items = 20] = process.argv.slice(2).map(Number)

const bodies = Array.from({ length: feeds }, (_, feed) => {
  const text = makeFeed(feed, feeds, items)
  return { packed: gzipSync(text), etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"` }
})

/** Serves /0.xml, /1.xml …, packed and with validators, and tells its parent the port. */
const server = createServer((request, response) => {
  const body = bodies[Number(/^\/(\d+)\.xml$/.exec(request.url ?? '')?.[1] ?? -1)]
  if (body === undefined) return void response.writeHead(404).end()
  if (request.headers['if-none-match'] === body.etag)
    return void response.writeHead(304, { etag: body.etag }).end()
  const headers = { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip', etag: body.etag }
  response.writeHead(200, headers).end(body.packed)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
