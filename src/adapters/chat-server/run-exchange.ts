import { canParseUrl } from '../../domain/can-parse-url.ts'
import { request as askHttp } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as askHttps } from 'node:https'
import type { Socket } from 'node:net'
import type { ToFault } from './chat-fault.ts'
import type { ChatLimits } from './chat-limits.ts'
import { explainNetwork } from './explain-network.ts'

export interface Asked {
  url: URL
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string
}

export interface Reply {
  status: number
  contentType: string
  retryAfter: string | undefined
  text: string
}

export interface Terms {
  signal: AbortSignal
  limits: ChatLimits
  toFault: ToFault
}

const REDIRECTS = new Set([301, 302, 307, 308])
const MOST_HOPS = 3

/**
 * Asks once, on a connection of its own; a server may take minutes before its first byte, for which fetch has a limit of
 * its own. Redirects are followed on the same origin only, since the key goes along. Any other status is a reply.
 * Throws a GenerationError; after an abort, whatever came of it.
 */
export async function runExchange(asked: Asked, terms: Terms): Promise<Reply> {
  let { url } = asked
  for (let hops = 0; ; hops++) {
    const response = await openReply({ ...asked, url }, terms)
    const next = redirectOf(url, response)
    if (next === null) return readReply(response, terms)
    response.destroy()
    if (next.origin !== url.origin)
      throw terms.toFault(
        'rejected',
        `redirects (${response.statusCode}) to ${next.origin}, and the key is not sent on: give that address`
      )
    if (hops === MOST_HOPS) throw terms.toFault('rejected', 'redirects in a circle: check the address')
    url = next
  }
}

function redirectOf(url: URL, { statusCode = 0, headers: { location } }: IncomingMessage): URL | null {
  const leads = REDIRECTS.has(statusCode) && location !== undefined && canParseUrl(location, url.href)
  return leads ? new URL(location, url) : null
}

async function openReply(asked: Asked, { signal, limits, toFault }: Terms): Promise<IncomingMessage> {
  try {
    return await openAnswer(asked, signal, (request, socket) =>
      limitConnect(request, socket, limits.connectMs, toFault)
    )
  } catch (error) {
    throw explainNetwork(error, false, toFault)
  }
}

function openAnswer(
  { url, method, headers, body }: Asked,
  signal: AbortSignal,
  onSocket: (request: ClientRequest, socket: Socket) => void
): Promise<IncomingMessage> {
  const ask = url.protocol === 'https:' ? askHttps : askHttp
  const about =
    body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = ask(url, { method, agent: false, signal, headers: { ...headers, ...about } })
    request.once('socket', socket => onSocket(request, socket))
    request.once('response', resolve)
    request.on('error', reject)
    request.end(body)
  })
}

function limitConnect(request: ClientRequest, socket: Socket, connectMs: number, toFault: ToFault): void {
  const late = `did not accept the connection within ${connectMs / 1000} s`
  const timer = setTimeout(() => request.destroy(toFault('unreachable', late)), connectMs)
  const settled = (): void => clearTimeout(timer)
  socket.once('encrypted' in socket ? 'secureConnect' : 'connect', settled)
  request.once('close', settled)
}

async function readReply(response: IncomingMessage, { limits, toFault }: Terms): Promise<Reply> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response) {
      size += (chunk as Buffer).length
      if (size > limits.bytes)
        throw toFault('unreadable', `sent more than ${Math.round(limits.bytes / 1024)} KiB for one answer`)
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    throw explainNetwork(error, true, toFault)
  }
  const { 'content-type': contentType = '', 'retry-after': retryAfter } = response.headers
  const text = new TextDecoder().decode(Buffer.concat(chunks))
  return { status: response.statusCode ?? 0, contentType: contentType.toLowerCase(), retryAfter, text }
}
