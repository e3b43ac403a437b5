import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { httpDate, isFresh, mayGiveParts } from './conditions.ts'
import type { SharedFile } from './open-shared-file.ts'
import { lengthOf, planRanges, type ByteRange } from './plan-ranges.ts'
import { streamFile, type Piece } from './stream-file.ts'

interface Answer {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  pieces: Piece[]
}

/** Answers with an open file, or what was asked of it, and sees to it that it is closed. */
export async function sendFile(
  context: Context,
  file: SharedFile,
  type: string,
  cacheControl: string
): Promise<Response> {
  const { status, headers, pieces } = planAnswer(context, file, type)
  for (const [name, value] of Object.entries({
    ...headers,
    etag: file.etag,
    'last-modified': httpDate(file.modifiedMs),
    'cache-control': cacheControl
  }))
    context.header(name, value)
  if (context.req.method !== 'HEAD' && (status === 200 || status === 206) && file.bytes > 0)
    return context.body(streamFile(file.handle, pieces), status)
  await file.handle.close()
  return context.body(null, status)
}

function planAnswer(context: Context, file: SharedFile, type: string): Answer {
  const header = (name: string) => context.req.header(name)
  if (isFresh(header, file)) return { status: 304, headers: {}, pieces: [] }
  const isGet = context.req.method === 'GET'
  const plan = isGet && mayGiveParts(header, file) ? planRanges(header('range'), file.bytes) : 'whole'
  const common = { 'accept-ranges': 'bytes' }
  if (plan === 'unsatisfiable')
    return { status: 416, headers: { ...common, 'content-range': `bytes */${file.bytes}` }, pieces: [] }
  const parts = plan === 'whole' ? [] : plan
  const [first = { first: 0, last: file.bytes - 1 }, second] = parts
  if (second !== undefined) return withParts(parts, file.bytes, type)
  const headers = { ...common, 'content-type': type, 'content-length': String(lengthOf(first)) }
  return plan === 'whole'
    ? { status: 200, headers, pieces: [first] }
    : { status: 206, headers: { ...headers, 'content-range': rangeOf(first, file.bytes) }, pieces: [first] }
}

const rangeOf = ({ first, last }: ByteRange, size: number) => `bytes ${first}-${last}/${size}`

/** RFC 9110, 14.6. */
function withParts(parts: ByteRange[], size: number, type: string): Answer {
  const boundary = randomUUID()
  const pieces: Piece[] = parts.flatMap((part, index) => [
    `${index === 0 ? '' : '\r\n'}--${boundary}\r\ncontent-type: ${type}\r\ncontent-range: ${rangeOf(part, size)}\r\n\r\n`,
    part
  ])
  pieces.push(`\r\n--${boundary}--\r\n`)
  const bytes = pieces.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? piece.length : lengthOf(piece)),
    0
  )
  return {
    status: 206,
    headers: {
      'accept-ranges': 'bytes',
      'content-type': `multipart/byteranges; boundary=${boundary}`,
      'content-length': String(bytes)
    },
    pieces
  }
}
