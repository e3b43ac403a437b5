import { createServer } from 'node:http'
import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface HeardRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** A status alone, or a function that does as it likes. */
export type AnnounceReply = number | ((response: ServerResponse) => void)

export interface AnnounceServer {
  /** http://127.0.0.1:PORT/, or https. */
  url: string
  /** What was asked, in order. */
  heard: HeardRequest[]
  close(): Promise<void>
}

/** A hub, a Podping service or a webhook's receiver that answers with each reply in turn, and goes on with the last. */
export async function startAnnounceServer(
  replies: readonly AnnounceReply[],
  tls?: { key: string; cert: string }
): Promise<AnnounceServer> {
  const heard: HeardRequest[] = []
  const listener: RequestListener = (request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (text: string) => void (body += text))
    request.on('end', () => {
      const reply = replies[heard.length] ?? replies.at(-1) ?? 204
      heard.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
      if (typeof reply === 'number') response.writeHead(reply).end()
      else reply(response)
    })
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/`,
    heard,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
