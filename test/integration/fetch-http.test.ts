import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFetcher } from '../../src/adapters/http/create-fetcher.ts'
import { createHttpFetcher } from '../../src/adapters/http/create-http-fetcher.ts'
import { isPublicAddress } from '../../src/adapters/http/public-address.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { startFeedServer } from '../helpers/feed-server.ts'
import type { FeedServer, Route } from '../helpers/feed-server.ts'

const MIB = 1024 * 1024
const packed =
  (encoding: string, body: Uint8Array): Route =>
  (_request, response) =>
    void response.writeHead(200, { 'content-encoding': encoding }).end(body)
const redirect =
  (to: string, status = 302): Route =>
  (_request, response) =>
    void response.writeHead(status, { location: to }).end('moved')
const status =
  (code: number): Route =>
  (_request, response) =>
    void response.writeHead(code).end()

/** Sends without end, slowly or as fast as it is taken, until the client goes away. */
function pour(response: ServerResponse, chunk: Uint8Array, everyMs: number): void {
  const timer = setInterval(() => response.write(chunk), everyMs)
  response.on('close', () => clearInterval(timer))
}

let server: FeedServer
const fetcher = createHttpFetcher()
const hasty = createHttpFetcher({ headTimeoutMs: 400, totalTimeoutMs: 1500 })
const local = { allowPrivateAddresses: true }

const failure = async (url: string, options = local, by = fetcher): Promise<StageError> => {
  const error: unknown = await by.fetchBytes(url, options).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StageError)
  return error as StageError
}

beforeAll(async () => {
  server = await startFeedServer({
    '/feed.xml': (request, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
        .end(`${request.headers['user-agent']}|${request.headers['accept-encoding']}`),
    '/gzip': packed('gzip', gzipSync('<rss/>')),
    '/x-gzip': packed('x-gzip', gzipSync('<rss/>')),
    '/br': packed('br', brotliCompressSync('<rss/>')),
    '/deflate': packed('deflate', deflateSync('<rss/>')),
    '/deflate-raw': packed('deflate', deflateRawSync('<rss/>')),
    '/zstd': packed('zstd', Buffer.from('x')),
    '/broken-gzip': packed('gzip', gzipSync('<rss/>'.repeat(1000)).subarray(0, 30)),
    '/bomb': packed('gzip', gzipSync(Buffer.alloc(100 * MIB))),
    '/50mb': (_request, response) => {
      response.writeHead(200)
      pour(response, Buffer.alloc(MIB), 1)
    },
    '/slow-head': () => {},
    '/slow-body': (_request, response) => {
      response.writeHead(200)
      pour(response, Buffer.from('x'), 50)
    },
    '/cut': (_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('x', () => response.destroy())
    },
    '/empty': '',
    '/moved': redirect('/feed.xml', 301),
    '/loop': redirect('/loop'),
    '/to-file': redirect('file:///etc/passwd'),
    '/nowhere': redirect('http://'),
    '/404': status(404),
    '/410': status(410),
    '/401': status(401),
    '/403': status(403),
    '/429': status(429),
    '/500': status(500),
    '/503': status(503)
  })
})
afterAll(() => server.close())

describe('the HTTP fetcher', () => {
  test('names itself honestly, and tells type and address of the answer', async () => {
    const answer = await fetcher.fetchBytes(`${server.url}/feed.xml`, local)
    expect(Buffer.from(answer.bytes).toString()).toBe(
      'Duologue/0.1 (feed reader; two-host podcast)|gzip, deflate, br'
    )
    expect(answer.contentType).toBe('application/rss+xml; charset=utf-8')
    expect(answer.finalUrl).toBe(`${server.url}/feed.xml`)
  })

  test.each(['gzip', 'x-gzip', 'br', 'deflate', 'deflate-raw'])('unpacks %s', async encoding => {
    const { bytes } = await fetcher.fetchBytes(`${server.url}/${encoding}`, local)
    expect(Buffer.from(bytes).toString()).toBe('<rss/>')
  })

  test('follows a redirect and tells where it led', async () => {
    const { finalUrl } = await fetcher.fetchBytes(`${server.url}/moved`, local)
    expect(finalUrl).toBe(`${server.url}/feed.xml`)
  })

  test.each([
    ['/404', /answered 404/, false],
    ['/410', /answered 410.*taken away for good/, false],
    ['/401', /answered 401/, false],
    ['/403', /answered 403/, false],
    ['/429', /answered 429.*less often/, true],
    ['/500', /answered 500/, true],
    ['/503', /answered 503/, true],
    ['/zstd', /packed as "zstd"/, false],
    ['/broken-gzip', /compressed answer is broken/, true],
    ['/bomb', /larger than 15 MiB/, false],
    ['/50mb', /larger than 15 MiB/, false],
    ['/cut', /closed the connection before the answer was complete/, true],
    ['/loop', /redirects more than 5 times/, false],
    ['/to-file', /begin with https:\/\/ or http:\/\/, not with file:/, false],
    ['/nowhere', /without a usable new address/, false]
  ])('says of %s what was wrong and whether it may pass', async (path, message, retryable) => {
    const error = await failure(server.url + path)
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/^(?:http:\/\/127\.0\.0\.1|file:\/\/)/)
    expect({ stage: error.stage, retryable: error.retryable }).toEqual({ stage: 'fetch', retryable })
  })

  test.each([
    ['/slow-head', 'no answer within 0.4 s'],
    ['/slow-body', /(?:no answer within 0\.4|whole answer did not come within 1\.5) s/]
  ])('gives up on %s, and it may pass', async (path, message) => {
    const error = await failure(server.url + path, local, hasty)
    expect(error.message).toMatch(message)
    expect(error.retryable).toBe(true)
  })

  test('leaves no connection open after answers, failures and breaches of limits', async () => {
    await expect.poll(() => server.open()).toBe(0)
  })

  test('an empty answer is no failure of the exchange', async () => {
    expect((await fetcher.fetchBytes(`${server.url}/empty`, local)).bytes.length).toBe(0)
  })

  test('a server that is down may come back', async () => {
    const gone = await startFeedServer({})
    await gone.close()
    const error = await failure(`${gone.url}/feed.xml`)
    expect(error.message).toContain('refused the connection')
    expect(error.retryable).toBe(true)
  })

  test('a name that does not exist will not', async () => {
    const error = await failure('http://no-such-host.invalid/feed')
    expect(error.message).toMatch(/no server has this name|could not be looked up/)
    expect(error.retryable).toBe(error.message.includes('looked up'))
  })

  test.each([
    'ftp://example.org/feed',
    'gopher://example.org',
    'data:text/xml,<rss/>',
    'javascript:1',
    'not an address'
  ])('refuses %s', async url => {
    expect((await failure(url)).retryable).toBe(false)
  })

  test('keeps name and password out of its messages', async () => {
    const error = await failure(`${server.url.replace('//', '//ann:s3cret@')}/404`)
    expect(error.message).not.toContain('s3cret')
  })

  test('an abort by the caller throws the reason of the caller', async () => {
    const controller = new AbortController()
    const pending = fetcher.fetchBytes(`${server.url}/slow-body`, { ...local, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('shutting down')), 100)
    await expect(pending).rejects.toThrow('shutting down')
  })
})

describe('private addresses', () => {
  const open = { allowPrivateAddresses: false }

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fd00::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost'
  ])('%s is not public', address => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s is public',
    address => {
      expect(isPublicAddress(address)).toBe(true)
    }
  )

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/'
  ])('the literal address in %s is refused before anything is sent', async url => {
    const error = await failure(url, open)
    expect(error.message).toContain('private or reserved address')
    expect(error.retryable).toBe(false)
  })

  test('a name that resolves to a private address is refused', async () => {
    const { port } = new URL(server.url)
    const before = server.asked.length
    const error = await failure(`http://localhost:${port}/feed.xml`, open)
    expect(error.message).toContain('private or reserved address')
    expect(error.message).toMatch(/127\.0\.0\.1|::1/)
    expect(server.asked.length).toBe(before)
  })
})

describe('file: addresses', () => {
  let dir: string
  const urlOf = (name: string): string => pathToFileURL(join(dir, name)).href

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'duologue-files-'))
    await writeFile(join(dir, 'feed.xml'), '<rss/>')
    await symlink('/etc/hostname', join(dir, 'link.xml'))
  })
  afterAll(() => rm(dir, { recursive: true }))

  test('are read under an allowed folder', async () => {
    const files = createFetcher({ fileRoots: [dir] })
    const { bytes } = await files.fetchBytes(urlOf('feed.xml'), { allowPrivateAddresses: false })
    expect(Buffer.from(bytes).toString()).toBe('<rss/>')
  })

  test.each([
    ['outside of it', 'file:///etc/passwd', /read only from/],
    ['that climb out of it', '../../../etc/passwd', /read only from|no such file/],
    ['that are links out of it', 'link.xml', /read only from/],
    ['that do not exist', 'none.xml', /no such file/],
    ['that are folders', '.', /read only from|not a file/]
  ])('%s are refused', async (_what, path, message) => {
    const url = path.startsWith('file:') ? path : urlOf(path)
    const error = await failure(url, local, createFetcher({ fileRoots: [dir] }))
    expect(error.message).toMatch(message)
    expect(error.retryable).toBe(false)
  })

  test('are refused where no folder is allowed', async () => {
    expect((await failure(urlOf('feed.xml'), local, createFetcher())).message).toContain(
      'no folder is allowed'
    )
  })
})
