import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpFetcher } from '../../src/adapters/http/create-http-fetcher.ts'
import { parseAddressRules } from '../../src/domain/address-rules.ts'
import { caught } from '../helpers/caught.ts'
import { startRawServer } from '../helpers/raw-server.ts'
import type { RawServer } from '../helpers/raw-server.ts'

const REDIRECT = 'HTTP/1.1 302 Found\r\nLocation: /next\r\nConnection: close\r\n\r\n'
const strict = { allowPrivateAddresses: false }

/** 127.0.0.1 stands for a public address: a rule opens it. */
const PUBLIC = '127.0.0.1'
const PRIVATE = '127.0.0.2'

let open: RawServer
let inner: RawServer
beforeAll(async () => {
  open = await startRawServer(socket => void socket.end(REDIRECT))
  inner = await startRawServer(socket => void socket.end(REDIRECT), PRIVATE)
})
afterAll(() => Promise.all([open.close(), inner.close()]))

/** A fetcher for which the name leads to one list of addresses after the other. */
function fetcherFor(...answers: string[][]) {
  const asked: string[] = []
  const fetcher = createHttpFetcher({
    hostDelayMs: 0,
    allow: parseAddressRules([`${PUBLIC}/32`]),
    resolve(host) {
      asked.push(host)
      const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? []
      return Promise.resolve(addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })))
    }
  })
  return { fetcher, asked }
}

describe('a name', () => {
  test('that is public when it is checked and private afterwards is never connected to where it is private', async () => {
    const { fetcher, asked } = fetcherFor([PUBLIC], [PRIVATE])
    const before = open.connections()
    const error = await caught(fetcher.fetchBytes(`http://rebinds.example:${open.port}/`, strict))
    expect(error.message).toContain(`${PRIVATE} is a private or reserved address`)
    expect(error.message).toContain(`http://rebinds.example:${open.port}/ redirects to`)
    expect(asked).toEqual(['rebinds.example', 'rebinds.example'])
    expect(open.connections()).toBe(before + 1)
    expect(inner.connections()).toBe(0)
  })

  test('is looked up once for each hop, and connected to where it was found', async () => {
    const { fetcher, asked } = fetcherFor([PUBLIC])
    const before = open.connections()
    const error = await caught(fetcher.fetchBytes(`http://steady.example:${open.port}/`, strict))
    expect(error.message).toContain('redirects more than 5 times')
    expect(asked.length).toBe(6)
    expect(open.connections()).toBe(before + 6)
  })

  test('that leads to public and private addresses is asked at the public one alone', async () => {
    const { fetcher } = fetcherFor([PRIVATE, PUBLIC], [PRIVATE])
    const before = open.connections()
    await caught(fetcher.fetchBytes(`http://both.example:${open.port}/`, strict))
    expect([open.connections() - before, inner.connections()]).toEqual([1, 0])
  })

  test.each(['10.0.0.7', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fe80::1', '64:ff9b::7f00:1'])(
    'that leads to %s is refused',
    async address => {
      const { fetcher } = fetcherFor([address])
      const error = await caught(fetcher.fetchBytes('http://127.0.0.1.nip.example/feed', strict))
      expect(error.message).toBe(
        `http://127.0.0.1.nip.example/feed: ${address} is a private or reserved address, and feeds may not lead ` +
          'there; give the address of a public server, or name the host under fetch.allow for a home network'
      )
      expect(error.retryable).toBe(false)
    }
  )

  test('that a rule opens may be private, however it is spelled', async () => {
    const fetcher = createHttpFetcher({
      allow: parseAddressRules(['NAS.local']),
      resolve: () => Promise.resolve([{ address: PRIVATE, family: 4 }]),
      hostDelayMs: 0
    })
    const before = inner.connections()
    await caught(fetcher.fetchBytes(`http://nas.LOCAL.:${inner.port}/`, strict))
    expect(inner.connections()).toBeGreaterThan(before)
    const other = await caught(fetcher.fetchBytes(`http://other.local:${inner.port}/`, strict))
    expect(other.message).toContain('private or reserved')
  })
})
