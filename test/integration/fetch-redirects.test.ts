import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type * as PublicAddress from '../../src/adapters/http/public-address.ts'
import { createHttpFetcher } from '../../src/adapters/http/create-http-fetcher.ts'
import { startFeedServer } from '../helpers/feed-server.ts'
import type { FeedServer, Route } from '../helpers/feed-server.ts'

/** The test's own server stands for a public one; every other private address stays private. */
vi.mock('../../src/adapters/http/public-address.ts', async importOriginal => {
  const real = await importOriginal<typeof PublicAddress>()
  return { isPublicAddress: (address: string) => address === '127.0.0.1' || real.isPublicAddress(address) }
})

const redirect =
  (to: string): Route =>
  (_request, response) =>
    void response.writeHead(302, { location: to }).end()

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
    '/to-decimal': redirect('http://2130706434/admin')
  })
})
afterAll(() => server.close())

const get = (path: string) =>
  createHttpFetcher().fetchBytes(server.url + path, { allowPrivateAddresses: false })

test('a redirect within the public server is followed', async () => {
  expect((await get('/relative')).finalUrl).toBe(`${server.url}/feed.xml`)
})

test.each([
  ['/to-metadata', '169.254.169.254'],
  ['/twice', '169.254.169.254'],
  ['/to-loopback', '127.0.0.2'],
  ['/to-v6', '::1'],
  ['/to-mapped', '::ffff:7f00:2'],
  ['/to-decimal', '127.0.0.2']
])('%s is refused at the hop that leads to %s', async (path, address) => {
  await expect(get(path)).rejects.toThrow(`${address} is a private or reserved address`)
})
