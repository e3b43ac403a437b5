import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpFetcher } from '../../src/adapters/http/create-http-fetcher.ts'
import { parseAddressRules } from '../../src/domain/address-rules.ts'
import { caught } from '../helpers/caught.ts'
import { startFeedServer } from '../helpers/feed-server.ts'
import type { FeedServer, Route } from '../helpers/feed-server.ts'

/** The test's own server stands for a public one; every other private address stays private. */
const fetcher = createHttpFetcher({ allow: parseAddressRules(['127.0.0.1']) })

const redirect =
  (to: string, status = 302): Route =>
  (_request, response) =>
    void response.writeHead(status, { location: Buffer.from(to).toString('latin1') }).end()

let server: FeedServer

beforeAll(async () => {
  server = await startFeedServer({
    '/feed.xml': '<rss/>',
    '/relative': redirect('feed.xml'),
    '/twice': redirect('/to-metadata'),
    '/to-metadata': redirect('http://169.254.169.254/latest/meta-data'),
    '/to-loopback': redirect('http://127.0.0.2/admin'),
    '/to-v6': redirect('http://[::1]/admin'),
    '/to-mapped': redirect('http://[::ffff:127.0.0.2]/admin'),
    '/to-decimal': redirect('http://2130706434/admin'),
    '/to-hex': redirect('http://0x7f.2/admin'),
    '/to-dot': redirect('http://127.0.0.2./admin'),
    '/to-wide': redirect('http://１２７.0.0.2/admin'),
    '/to-nat64': redirect('http://[64:ff9b::7f00:2]/admin'),
    '/to-name': redirect('http://localhost./admin'),
    '/to-file': redirect('file:///etc/passwd'),
    '/to-ftp': redirect('ftp://127.0.0.1/feed'),
    '/to-data': redirect('data:text/xml,<rss/>'),
    '/to-tab': redirect('http://127.0.0.1\t.example.org/'),
    '/to-nothing': redirect(''),
    '/loop-a': redirect('/loop-b'),
    '/loop-b': redirect('/loop-a'),
    '/to-ann': redirect('http://ann:s3cret@127.0.0.1/admin'),
    '/headers': (request, response) => void response.end(JSON.stringify(request.headers)),
    '/set-cookie': (_request, response) =>
      void response.writeHead(302, { location: '/headers', 'set-cookie': 'id=7' }).end(),
    '/utf8': redirect('/café.xml'),
    '/caf%C3%A9.xml': '<rss/>',
    '/elsewhere': (request, response) =>
      void response
        .writeHead(302, { location: `http://ann:s3cret@localhost:${request.socket.localPort}/headers` })
        .end()
  })
})
afterAll(() => server.close())

const get = (path: string) => fetcher.fetchBytes(server.url + path, { allowPrivateAddresses: false })

test('a redirect within the public server is followed', async () => {
  expect((await get('/relative')).finalUrl).toBe(`${server.url}/feed.xml`)
})

test.each([
  ['/to-metadata', '169.254.169.254'],
  ['/twice', '169.254.169.254'],
  ['/to-loopback', '127.0.0.2'],
  ['/to-v6', '::1'],
  ['/to-mapped', '::ffff:7f00:2'],
  ['/to-decimal', '127.0.0.2'],
  ['/to-hex', '127.0.0.2'],
  ['/to-dot', '127.0.0.2'],
  ['/to-wide', '127.0.0.2'],
  ['/to-nat64', '64:ff9b::7f00:2']
])('%s is refused at the hop that leads to %s', async (path, address) => {
  await expect(get(path)).rejects.toThrow(`${address} is a private or reserved address`)
})

test('a redirect to a name that leads to private addresses is refused', async () => {
  const names = createHttpFetcher({
    allow: parseAddressRules(['127.0.0.1']),
    resolve: () => Promise.resolve([{ address: '127.0.0.3', family: 4 }])
  })
  const asked = names.fetchBytes(`${server.url}/to-name`, { allowPrivateAddresses: false })
  await expect(asked).rejects.toThrow('127.0.0.3 is a private or reserved address')
})

test.each([
  ['/to-file', 'redirects to file:///etc/passwd: addresses of feeds begin with https:// or http://'],
  ['/to-ftp', 'redirects to ftp://127.0.0.1/feed: addresses of feeds begin with https:// or http://'],
  ['/to-data', 'addresses of feeds begin with https:// or http://, not with data:'],
  ['/to-tab', 'the server answered 302 without a usable new address'],
  ['/to-nothing', 'the server answered 302 without a usable new address'],
  ['/loop-a', 'it redirects more than 5 times']
])('%s says where it began, and that %s', async (path, message) => {
  const error = await caught(get(path))
  expect(error.message.startsWith(server.url + path)).toBe(true)
  expect(error.message).toContain(message)
  expect(error.retryable).toBe(false)
})

test('an address in other letters than ASCII is read as UTF-8', async () => {
  expect((await get('/utf8')).finalUrl).toBe(`${server.url}/caf%C3%A9.xml`)
})

describe('what goes along with a redirect', () => {
  const headersAt = async (url: string): Promise<Record<string, string>> => {
    const open = { allowPrivateAddresses: true }
    return JSON.parse(Buffer.from((await fetcher.fetchBytes(url, open)).bytes).toString())
  }

  test('no cookie and no Referer', async () => {
    const headers = await headersAt(`${server.url}/set-cookie`)
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent'
    ])
  })

  test('the name and password of the same server', async () => {
    const headers = await headersAt(`${server.url.replace('//', '//bob:pw@')}/set-cookie`)
    expect(headers['authorization']).toBe(`Basic ${Buffer.from('bob:pw').toString('base64')}`)
  })

  test.each([
    ['of the server before', 'bob:pw@'],
    ['of the new address', '']
  ])('not the name and password %s', async (_whose, credentials) => {
    const headers = await headersAt(`${server.url.replace('//', `//${credentials}`)}/elsewhere`)
    expect(headers).not.toHaveProperty('authorization')
  })

  test('a name and password are told nowhere', async () => {
    expect((await get('/to-ann').catch((error: unknown) => error)) + '').not.toContain('s3cret')
    const answer = await fetcher.fetchBytes(`${server.url.replace('//', '//bob:pw@')}/feed.xml`, {
      allowPrivateAddresses: false
    })
    expect(answer.finalUrl).toBe(`${server.url}/feed.xml`)
  })
})

describe('a configured host of a home network', () => {
  const own = { allowPrivateAddresses: false, isOwnHost: true }
  const strict = createHttpFetcher()

  test('is asked', async () => {
    expect((await strict.fetchBytes(`${server.url}/relative`, own)).finalUrl).toBe(`${server.url}/feed.xml`)
  })

  test.each(['/to-metadata', '/to-loopback', '/to-v6'])('opens no other host: %s', async path => {
    await expect(strict.fetchBytes(server.url + path, own)).rejects.toThrow('private or reserved address')
  })
})
