import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it went by, and how the server answered it. */
export interface Seen {
  method: string
  path: string
  status: number
  /** Asked with If-None-Match or If-Modified-Since. */
  conditional: boolean
}

export interface ObservingProxy {
  /** Stands for the server: clients that ask here are led here by the feed as well. */
  url: string
  seen: Seen[]
  /** Statuses of the answers to requests for that path, in their order. */
  answersTo(path: string): number[]
  close(): Promise<void>
}

/** Stands between a client and the server at `target`, passes everything on as it is, and keeps what went by. */
export async function startObservingProxy(target: string): Promise<ObservingProxy> {
  const { hostname, port } = new URL(target)
  const seen: Seen[] = []

  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const { method = '', url: path = '', headers } = asked
    const passed = request({ hostname, port, path, method, headers, agent: false }, response => {
      const status = response.statusCode ?? 0
      const conditional = 'if-none-match' in headers || 'if-modified-since' in headers
      seen.push({ method, path, status, conditional })
      answer.writeHead(status, response.headers)
      response.pipe(answer)
    })
    passed.once('error', () => answer.destroy())
    asked.pipe(passed)
  }

  const server = createServer(pass)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answersTo: path => seen.filter(each => each.path === path).map(({ status }) => status),
    close: () => {
      server.closeAllConnections()
      return new Promise(done => server.close(() => done()))
    }
  }
}
