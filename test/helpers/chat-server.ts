import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WritingStep } from '../../src/domain/writer.ts'
import type { AnswerSchema } from '../../src/stages/write/ports.ts'

export interface ChatRequest {
  /** What is asked for, by the name of its schema; also where the schema is only told in the rules, once it was sent by name. */
  step: WritingStep | undefined
  system: string
  prompt: string
  messages: readonly { role: string; content: string }[]
  /** As the format that the answer is held to; null where it is not. */
  schema: AnswerSchema | null
  body: Readonly<Record<string, unknown>>
  headers: IncomingHttpHeaders
  path: string
  /** 0 for the first of this server. */
  nth: number
}

/** What the server does with a question. */
export type Reply = (response: ServerResponse, request: ChatRequest) => void

/** A reply to whatever was asked. */
export type Page = (response: ServerResponse) => void

/** A string is the answer's content. */
export type ChatScript = (request: ChatRequest) => string | Reply | Promise<string | Reply>

export interface ChatServer {
  /** http://127.0.0.1:PORT/v1 */
  url: string
  /** Questions in the order they came. */
  requests: ChatRequest[]
  /** All that is not a question: `GET /v1/models`. */
  visits: { line: string; headers: IncomingHttpHeaders }[]
  /** Questions that are being answered now. */
  open(): number
  close(): Promise<void>
}

export interface ChatServerOptions {
  /** Names, or whole entries of the list; null: it has no list. */
  models?: readonly unknown[] | null
  /** Who comes without it is turned away, with the wrong one repeated. */
  key?: string
  /** What else it serves: `{ '/props': {…} }`. */
  pages?: Readonly<Record<string, unknown>>
}

const send = (
  response: ServerResponse,
  code: number,
  body: string | Uint8Array,
  headers: Record<string, string> = {}
): void => void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body)

const tokensOf = (text: string): number => Math.max(1, Math.ceil(text.length / 4))

/** A completion as servers send it; `change` replaces fields of its only choice. */
const completionOf = (content: unknown, request: ChatRequest, change: object = {}): object => ({
  id: `chatcmpl-${request.nth}`,
  object: 'chat.completion',
  model: request.body.model,
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...change }],
  usage: {
    prompt_tokens: tokensOf(request.system + request.prompt),
    completion_tokens: tokensOf(String(content))
  }
})

/** This content; `change` replaces fields of the choice, such as finish_reason. */
export const text =
  (content: unknown, change: object = {}): Reply =>
  (response, request) =>
    send(response, 200, JSON.stringify(completionOf(content, request, change)))

/** A value, as the JSON that the model wrote. */
export const json = (value: unknown): Reply => text(JSON.stringify(value))

/** A status with a body: text as it is, anything else as JSON. */
export const status =
  (
    code: number,
    { body = '', headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}
  ): Page =>
  response =>
    send(response, code, typeof body === 'string' ? body : JSON.stringify(body), headers)

/** An error in OpenAI's shape. */
export const problem = (code: number, message: string, more: object = {}): Page =>
  status(code, {
    body: { error: { message, type: 'invalid_request_error', param: null, code: null, ...more } }
  })

/** These bytes with 200, whatever they are. */
export const raw =
  (bytes: string | Uint8Array, headers: Record<string, string> = {}): Page =>
  response =>
    send(response, 200, bytes, headers)

/** A whole body of one's own. */
export const body = (value: unknown): Page => raw(JSON.stringify(value))

export const html = (page = '<!doctype html><html><title>Sign in</title></html>'): Page =>
  raw(page, { 'content-type': 'text/html; charset=utf-8' })

/** The model says nothing. */
export const empty = (): Reply => text('')

/** The model declines, as OpenAI's do. */
export const refusal = (words: string): Reply =>
  text(null, { message: { role: 'assistant', content: null, refusal: words } })

/** The answer as far as its tokens went. */
export const overlong = (content: string): Reply => text(content, { finish_reason: 'length' })

/** No answer, ever. */
export const hang = (): Page => () => {}

/** Half of an answer, and the connection is gone. */
export const cut =
  (content = 'Half of this answer is never sent.'): Reply =>
  (response, request) => {
    const bytes = Buffer.from(JSON.stringify(completionOf(content, request)))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  }

/** The connection is gone before a byte was sent. */
export const drop = (): Page => response => void response.destroy()

export const redirect = (location: string, code = 307): Page => status(code, { headers: { location } })

/** Answers that differ by what is asked for. */
export const bySteps =
  (
    scripts: Partial<Record<WritingStep, ChatScript>>,
    otherwise: ChatScript = () => status(500)
  ): ChatScript =>
  request =>
    ((request.step && scripts[request.step]) ?? otherwise)(request)

/** One after the other; the last for all that follow. */
export function inTurn(...replies: readonly (string | Reply)[]): ChatScript {
  let next = 0
  return () => replies[Math.min(next++, replies.length - 1)] ?? empty()
}

/** Refuses whoever sends one of these fields, in the words of OpenAI; else answers. */
export const strict =
  (fields: readonly string[], script: ChatScript): ChatScript =>
  request => {
    const field = fields.find(name => name in request.body)
    if (field === undefined) return script(request)
    return problem(400, `Unsupported parameter: '${field}' is not supported with this model.`, {
      param: field,
      code: 'unsupported_parameter'
    })
  }

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

interface ChatBody extends Record<string, unknown> {
  messages: { role: string; content: string }[]
  response_format?: { json_schema?: { name: WritingStep; schema: AnswerSchema } }
}

/** Reads questions, and remembers the name of each schema. */
function createReader(): (nth: number, sent: string, from: IncomingMessage) => ChatRequest {
  const names = new Map<string, WritingStep>()
  return (nth, sent, { headers, url: path = '' }) => {
    const content = JSON.parse(sent) as ChatBody
    const { messages, response_format: format } = content
    const spoken = (role: string): string => messages.find(message => message.role === role)?.content ?? ''
    const named = format?.json_schema
    if (named) names.set(JSON.stringify(named.schema), named.name)
    const all = messages.map(message => message.content).join('\n')
    const step = named?.name ?? [...names].find(([schema]) => all.includes(schema))?.[1]
    return {
      step,
      system: spoken('system'),
      prompt: spoken('user'),
      messages,
      schema: named?.schema ?? null,
      body: content,
      headers,
      path,
      nth
    }
  }
}

const notFound: Page = problem(404, 'Not Found')

/** What is answered without the script; null for a question that is left to it. */
function planVisit(
  { models, key, pages = {} }: ChatServerOptions,
  path: string,
  bearer = 'none'
): Page | null {
  if (key !== undefined && bearer !== `Bearer ${key}`)
    return problem(401, `Incorrect API key provided: ${bearer}`)
  if (path in pages) return body(pages[path])
  if (path.endsWith('/chat/completions')) return null
  if (!path.endsWith('/models') || models === null) return notFound
  const data = (models ?? ['scripted']).map(model => (typeof model === 'string' ? { id: model } : model))
  return body({ object: 'list', data })
}

/** An OpenAI-compatible chat server on a free port of 127.0.0.1 that answers as it is told. */
export async function startChatServer(
  script: ChatScript,
  options: ChatServerOptions = {}
): Promise<ChatServer> {
  const requests: ChatRequest[] = []
  const visits: ChatServer['visits'] = []
  const readRequest = createReader()
  let open = 0

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '', headers } = request
    const sent = await readAll(request)
    const [path = ''] = url.split('?')
    const planned = planVisit(options, path, headers.authorization)
    if (method !== 'POST') {
      visits.push({ line: `${method} ${url}`, headers })
      return (planned ?? notFound)(response)
    }
    const question = readRequest(requests.length, sent, request)
    requests.push(question)
    open++
    response.once('close', () => open--)
    const reply = planned ?? (await script(question))
    const answer = typeof reply === 'string' ? text(reply) : reply
    answer(response, question)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A script that throws is a fault of the test: whoever asked is told what it was.
      if (response.headersSent || response.destroyed) response.destroy()
      else problem(500, `the script threw: ${String(error)}`)(response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    visits,
    open: () => open,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
