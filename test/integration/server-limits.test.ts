import { afterEach, describe, expect, test } from 'vitest'
import { networkOf } from '../../src/server/address-of.ts'
import { readServerFile } from '../../src/server/server-file.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { createTokenBuckets } from '../../src/server/token-bucket.ts'
import { newHome } from '../helpers/new-home.ts'
import { ask, fillLibrary, serveLibrary } from '../helpers/served-library.ts'

const FEED_PATH = '/shows/morning/feed.xml'

let server: RunningServer
let home: string
const open = async (requestsPerMinute: number, proxies = 0) => {
  home = await newHome()
  await fillLibrary(home)
  server = await serveLibrary(home, { requestsPerMinute, proxies })
}
afterEach(() => server.close())

describe('the limit of an address', () => {
  test('what is over it is refused with the time to wait', async () => {
    await open(5)
    const answers = []
    for (let index = 0; index < 7; index++) answers.push(await ask(server, FEED_PATH))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(server, '/healthz')).status).toBe(200)
  })

  test('0 is none', async () => {
    await open(0)
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(server, FEED_PATH)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })

  test('behind a proxy each listener has their own, and none can make up another', async () => {
    await open(1, 1)
    const from = async (chain: string) => (await ask(server, FEED_PATH, { 'x-forwarded-for': chain })).status
    expect([
      await from('203.0.113.1'),
      await from('203.0.113.2'),
      await from('203.0.113.1'),
      await from('198.51.100.9, 203.0.113.2')
    ]).toEqual([200, 200, 429, 429])
  })

  test('without one, what a client says of itself does not count', async () => {
    await open(1)
    const from = async (address: string) =>
      (await ask(server, FEED_PATH, { 'x-forwarded-for': address })).status
    expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([200, 429])
  })

  test('guessing at the token of the API is limited, asking with it is not', async () => {
    await open(2)
    const token = (await readServerFile(home))?.token
    const statusWith = async (secret: string | undefined) =>
      (await ask(server, '/api/desk/instance', { authorization: `Bearer ${secret}` })).status
    const guessed = [await statusWith('a'), await statusWith('b'), await statusWith('c')]
    expect(guessed).toEqual([401, 401, 429])
    expect([await statusWith(token), await statusWith(token)]).toEqual([200, 200])
  })
})

describe('the buckets', () => {
  test('fill evenly, up to what a minute allows, each for itself', async () => {
    let now = 0
    const { take } = createTokenBuckets(60, () => now)
    const taken = (key: string, times: number) => Array.from({ length: times }, () => take(key))
    expect(taken('a', 61)).toEqual([...Array<number>(60).fill(0), 1])
    expect(take('b')).toBe(0)
    now = 1000
    expect(taken('a', 2)).toEqual([0, 1])
    now = 600_000
    expect(taken('a', 61).filter(seconds => seconds === 0)).toHaveLength(60)
  })

  test('tell how long it takes where little is allowed', () => {
    const { take } = createTokenBuckets(1, () => 0)
    expect([take('a'), take('a')]).toEqual([0, 60])
  })
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:DB8:0:1:2:3:4:5', '2001:db8:0:1'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['2001:db8:0000:0001::', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
  ['nobody', 'nobody']
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
