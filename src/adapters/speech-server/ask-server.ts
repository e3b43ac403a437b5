import { canParseUrl } from '../../domain/can-parse-url.ts'
import { request as askHttp } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as askHttps } from 'node:https'
import type { Socket } from 'node:net'
import { networkFault } from './network-fault.ts'
import { serverFault } from './server-fault.ts'

export interface ServerLimits {
  connectMs: number
  /** From the call to the last byte. */
  totalMs: number
  bytes: number
}

export const SERVER_LIMITS: ServerLimits = { connectMs: 10_000, totalMs: 120_000, bytes: 64 * 1024 * 1024 }

export interface ServerQuestion {
  url: URL
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string
}

export interface ServerAnswer {
  status: number
  statusText: string
  contentType: string
  retryAfter: string | undefined
  bytes: Uint8Array
}

/**
 * One HTTP exchange on a connection of its own. Any status but a redirect is an answer; redirects are not followed, since
 * the key would go along. Throws a StageError of the render stage, or the reason of `signal`.
 */
export async function askServer(
  question: ServerQuestion,
  { signal, limits }: { signal: AbortSignal; limits: ServerLimits }
): Promise<ServerAnswer> {
  const deadline = AbortSignal.timeout(limits.totalMs)
  try {
    const response = await openAnswer(question, limits, AbortSignal.any([signal, deadline]))
    refuseRedirect(question.url, response)
    return {
      status: response.statusCode ?? 0,
      statusText: response.statusMessage ?? '',
      contentType: (response.headers['content-type'] ?? '').toLowerCase(),
      retryAfter: response.headers['retry-after'],
      bytes: await readWithin(question.url, response, limits.bytes)
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!deadline.aborted) throw networkFault(question.url, error)
    throw serverFault(question.url, `did not finish within ${limits.totalMs / 1000} s`, true, error)
  }
}

function openAnswer(
  { url, method, headers, body }: ServerQuestion,
  limits: ServerLimits,
  signal: AbortSignal
): Promise<IncomingMessage> {
  const ask = url.protocol === 'https:' ? askHttps : askHttp
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = ask(url, { method, agent: false, signal, headers: { ...headers, ...length } })
    request.once('socket', socket => limitConnect(url, request, socket, limits.connectMs))
    request.once('response', resolve)
    request.on('error', reject)
    request.end(body)
  })
}

function limitConnect(url: URL, request: ClientRequest, socket: Socket, connectMs: number): void {
  const timer = setTimeout(
    () =>
      request.destroy(serverFault(url, `did not accept the connection within ${connectMs / 1000} s`, true)),
    connectMs
  )
  socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer))
  request.once('close', () => clearTimeout(timer))
}

function refuseRedirect(url: URL, response: IncomingMessage): void {
  const status = response.statusCode ?? 0
  if (status < 300 || status > 399) return
  response.destroy()
  const { location } = response.headers
  const to = location !== undefined && canParseUrl(location, url.href) ? new URL(location, url) : null
  const where = to === null ? 'elsewhere' : `${to.protocol}//${to.host}`
  throw serverFault(
    url,
    `redirects (${status}) to ${where}, and the key is not sent on: give that address`,
    false
  )
}

async function readWithin(url: URL, response: IncomingMessage, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > most)
      throw serverFault(
        url,
        `sent more than ${Math.round(most / 1024 / 1024)} MiB for a few sentences`,
        false
      )
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
