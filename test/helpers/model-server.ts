import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  /** What the server has at this path. */
  content: Buffer
}

/** How a request is answered. */
export type Manner = (exchange: Exchange) => void

export interface ModelServer {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  url: string
  /** Of every request, in order: its path and the range it asked for. */
  asked: { path: string; range: string | null }[]
  /** Answers the next requests for paths that end so in these manners, then as usual; with `always`, the last for ever. */
  misbehave(ending: string, manners: Manner[], always?: boolean): void
  behave(): void
  close(): Promise<void>
}

/** A server of files that knows ranges, ETags and If-Range, as Hugging Face does; and can be told to do worse. */
export async function startModelServer(files: Record<string, Buffer>): Promise<ModelServer> {
  const asked: ModelServer['asked'] = []
  let orders: { ending: string; manners: Manner[]; always: boolean }[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    asked.push({ path, range: request.headers.range ?? null })
    const order = orders.find(({ ending, manners }) => path.endsWith(ending) && manners.length > 0)
    const manner =
      order?.always === true && order.manners.length === 1 ? order.manners[0] : order?.manners.shift()
    const content = files[path]
    if (content === undefined) response.writeHead(404).end('Entry not found')
    else (manner ?? serve)({ request, response, content })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    misbehave: (ending, manners, always = false) => void orders.push({ ending, manners, always }),
    behave: () => void (orders = []),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

const etagOf = (content: Buffer): string => `"${content.length}-${content.subarray(0, 8).toString('hex')}"`

function headOf({ request, response, content }: Exchange): Buffer {
  const etag = etagOf(content)
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const condition = request.headers['if-range']
  const part = from > 0 && (condition === undefined || condition === etag)
  const body = part ? content.subarray(from) : content
  const range = { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }
  response.writeHead(part ? 206 : 200, { etag, 'content-length': body.length, ...(part && range) })
  return body
}

export const serve: Manner = exchange => void exchange.response.end(headOf(exchange))

/** Gives so many bytes of what was asked for, and hangs up. */
export const cutAfter =
  (bytes: number): Manner =>
  exchange => {
    const body = headOf(exchange)
    exchange.response.write(body.subarray(0, bytes), () => setTimeout(() => exchange.response.destroy(), 20))
  }

/** Gives so many bytes, and then nothing for ever. */
export const stallAfter =
  (bytes: number): Manner =>
  exchange =>
    void exchange.response.write(headOf(exchange).subarray(0, bytes))

export const ignoreRange: Manner = ({ response, content }) =>
  void response.writeHead(200, { 'content-length': content.length }).end(content)

export const cutIgnoringRange =
  (bytes: number): Manner =>
  ({ response, content }) => {
    response.writeHead(200, { 'content-length': content.length })
    response.write(content.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20))
  }

export const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Manner =>
  ({ response }) =>
    void response.writeHead(status, headers).end(body)

/** The same number of bytes, but others. */
export const serveOthers: Manner = ({ request, response, content }) =>
  serve({ request, response, content: Buffer.from(content.map(byte => byte ^ 0xff)) })

/** Without a length, so that only counting can tell. */
export const serveTooMuch: Manner = ({ response, content }) => {
  response.writeHead(200)
  response.write(content)
  response.write(content)
  // It would go on: whoever reads has to hang up.
  const more = setInterval(() => response.write(content), 5)
  response.on('close', () => clearInterval(more))
}

/** Ends in good order, but early, without a length. */
export const serveTooLittle: Manner = ({ response, content }) =>
  void response.writeHead(200).end(content.subarray(0, content.length / 2))

export const redirectTo =
  (location: string): Manner =>
  ({ response }) =>
    void response.writeHead(302, { location }).end()
