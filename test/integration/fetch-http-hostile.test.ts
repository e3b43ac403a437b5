import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { brotliCompressSync, createBrotliCompress, gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createHttpFetcher } from '../../src/adapters/http/create-http-fetcher.ts'
import type { StageError } from '../../src/domain/stage-error.ts'
import { caught } from '../helpers/caught.ts'
import { newHome } from '../helpers/new-home.ts'
import { startRawServer } from '../helpers/raw-server.ts'
import { gateOn } from '../helpers/system-tool.ts'

const MIB = 1024 * 1024
const local = { allowPrivateAddresses: true }
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n'
const packed = (encoding: string): string =>
  `${HEAD}Content-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** What a server that answers so makes the fetcher say; the message has to begin with its address. */
async function failureOf(answer: (socket: Socket) => void, limits = {}): Promise<StageError> {
  const server = await startRawServer(answer)
  closing.push(server.close)
  const error = await caught(createHttpFetcher(limits).fetchBytes(`${server.url}/feed.xml`, local))
  expect(error.message.startsWith(`${server.url}/feed.xml: `)).toBe(true)
  return error
}

const sends = (text: string) => (socket: Socket) => void socket.end(Buffer.from(text, 'latin1'))

/** Sends a byte every 20 ms, after `head`. */
const drips = (head: string, byte: string) => (socket: Socket) => {
  socket.write(head)
  const timer = setInterval(() => socket.write(byte), 20)
  socket.on('close', () => clearInterval(timer))
}

describe('bombs', () => {
  /** Sends the parts for as long as they are taken; counts what the client would have to hold. */
  function pour(parts: Readable): { answer: (socket: Socket) => void; sentBytes: () => number } {
    let sent = 0
    const counter = new PassThrough().on('data', (chunk: Buffer) => (sent += chunk.length))
    return {
      answer: socket => void parts.pipe(counter).pipe(socket.on('close', () => parts.destroy())),
      sentBytes: () => sent
    }
  }

  function* gzipMembers(head: string, member: Buffer, count: number): Generator<Buffer> {
    yield Buffer.from(head)
    for (let made = 0; made < count; made++) yield member
  }

  test('10 GB of zeros in gzip are given up at 15 MiB, and never held', async () => {
    const member = gzipSync(Buffer.alloc(100 * MIB), { level: 9 })
    const bomb = pour(Readable.from(gzipMembers(packed('gzip'), member, 100)))
    const before = process.memoryUsage().rss
    const error = await failureOf(bomb.answer)
    expect(error.message).toContain('the answer is larger than 15 MiB')
    expect(error.retryable).toBe(false)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MIB)
    expect(bomb.sentBytes()).toBeLessThan(100 * member.length)
  })

  test('so are zeros without end in brotli', async () => {
    function* zeros(): Generator<Buffer> {
      for (;;) yield Buffer.alloc(MIB)
    }
    const error = await failureOf(socket => {
      socket.write(packed('br'))
      const source = Readable.from(zeros())
      const brotli = source.pipe(createBrotliCompress())
      socket.on('close', () => [source, brotli].forEach(stream => stream.destroy()))
      brotli.pipe(socket)
    })
    expect(error.message).toContain('the answer is larger than 15 MiB')
  })

  test('packed nothings without end are counted as they come', async () => {
    const nothing = Buffer.concat(Array.from({ length: 5000 }, () => gzipSync(Buffer.alloc(0))))
    const bomb = pour(Readable.from(gzipMembers(packed('gzip'), nothing, 1000)))
    const error = await failureOf(bomb.answer, { maxBytes: 2 * MIB })
    expect(error.message).toContain('the answer is larger than 2 MiB')
  })

  test('a body without end and without packing is given up', async () => {
    const endless = pour(Readable.from(gzipMembers(`${HEAD}\r\n`, Buffer.alloc(MIB, 'x'), 10_000)))
    expect((await failureOf(endless.answer)).message).toContain('the answer is larger than 15 MiB')
  })
})

describe('slow servers', () => {
  const hasty = { connectTimeoutMs: 5000, headTimeoutMs: 300, totalTimeoutMs: 900 }

  test.each([
    ['no head', () => undefined, 'no answer within 0.3 s'],
    ['a head that comes byte by byte', drips('HTTP/1.1 200 OK\r\nX-Slow: ', 'x'), 'no answer within 0.3 s'],
    [
      'promises of an answer without end',
      drips('', 'HTTP/1.1 100 Continue\r\n\r\n'),
      'no answer within 0.3 s'
    ],
    [
      'a body that comes byte by byte',
      drips(`${HEAD}\r\n`, 'x'),
      'the whole answer did not come within 0.9 s'
    ]
  ])('%s: given up, and may pass', async (_title, answer, message) => {
    const error = await failureOf(answer, hasty)
    expect(error.message).toContain(message)
    expect(error.retryable).toBe(true)
  })

  test('encryption that is never agreed on is a connection that does not come', async () => {
    const server = await startRawServer(() => undefined)
    closing.push(server.close)
    const url = `https://127.0.0.1:${server.port}/feed.xml`
    const error = await caught(createHttpFetcher({ connectTimeoutMs: 300 }).fetchBytes(url, local))
    expect(error.message).toBe(`${url}: no connection within 0.3 s; the server is slow or down`)
  })

  test('a name that is looked up without end is a connection that does not come', async () => {
    const fetcher = createHttpFetcher({
      ...hasty,
      connectTimeoutMs: 200,
      resolve: () => new Promise(() => undefined)
    })
    const error = await caught(
      fetcher.fetchBytes('http://slow.example/feed', { allowPrivateAddresses: false })
    )
    expect(error.message).toBe(
      'http://slow.example/feed: no connection within 0.2 s; the server is slow or down'
    )
  })
})

describe('answers that are not what they say', () => {
  test.each([
    [
      'a head of 1 MB',
      `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(MIB)}\r\n\r\n`,
      'head of the answer is larger'
    ],
    [
      'ten thousand headers',
      `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(10_000)}\r\n`,
      'head of the answer is larger'
    ],
    ['a 204', 'HTTP/1.1 204 No Content\r\n\r\n', 'answered 204: it has nothing to give'],
    [
      'a 206 unasked',
      'HTTP/1.1 206 Partial\r\nContent-Length: 2\r\n\r\nhi',
      'answered 206: it gave a part of it'
    ],
    ['a 304 unasked', 'HTTP/1.1 304 Not Modified\r\n\r\n', 'answered 304: it says that nothing changed'],
    ['a 101', 'HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'wants to speak something else'],
    [
      'a body longer than announced',
      `${HEAD}Content-Length: 5\r\n\r\n<rss/><more/>`,
      'goes on after the end'
    ],
    [
      'a body shorter than announced',
      `${HEAD}Content-Length: 50\r\n\r\n<rss/>`,
      'closed the connection before'
    ],
    ['two lengths', `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, 'is not HTTP'],
    [
      'a chunk cut off',
      `${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n<rss/>`,
      'closed the connection before'
    ],
    ['a chunk without a size', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss/>`, 'is not HTTP'],
    ['no HTTP at all', '<rss/>', 'is not HTTP'],
    ['nothing', '', 'closed the connection before'],
    ['plain text called gzip', `${packed('gzip')}<rss/>`, 'the compressed answer is broken'],
    ['plain text called brotli', `${packed('br')}<rss version="2.0"/>`, 'the compressed answer is broken'],
    [
      'two encodings',
      `${packed('gzip, br')}x`,
      'packed as "gzip, br"; one of gzip, deflate and br can be read'
    ],
    [
      'two headers of encoding',
      `${HEAD}Content-Encoding: br\r\nContent-Encoding: gzip\r\n\r\nx`,
      'packed as "br, gzip"'
    ],
    [
      'a control character in a new address',
      'HTTP/1.1 302 F\r\nLocation: http://a\x01b/\r\n\r\n',
      'is not HTTP'
    ],
    ['a zero byte in a new address', 'HTTP/1.1 302 F\r\nLocation: http://a\x00b/\r\n\r\n', 'is not HTTP']
  ])('%s', async (_title, text, message) => {
    expect((await failureOf(sends(text))).message).toContain(message)
  })

  test('brotli that is cut off', async () => {
    const cut = brotliCompressSync('<rss/>'.repeat(1000)).toString('latin1').slice(0, 12)
    expect((await failureOf(sends(packed('br') + cut))).message).toContain('the compressed answer is broken')
  })
})

const tls = gateOn('a certificate that nobody vouches for', ['openssl'])

describe.skipIf(tls.skip)(tls.title, () => {
  test('is told as what it is', async () => {
    const dir = await newHome()
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    const files = ['-keyout', key, '-out', cert]
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...files, ...subject],
      {
        stdio: 'ignore'
      }
    )
    const options = { key: readFileSync(key), cert: readFileSync(cert) }
    const server = createTlsServer(options, (_request, response) => void response.end('<rss/>'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`
    const error = await caught(createHttpFetcher().fetchBytes(url, local))
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    expect(error.message).toBe(
      `${url}: the server's certificate or encryption is not valid (self-signed certificate)`
    )
    expect(error.retryable).toBe(false)
  })
})

afterAll(() => expect(closing).toEqual([]))
