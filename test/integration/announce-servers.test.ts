import { execFileSync, spawnSync } from 'node:child_process'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createAnnouncements } from '../../src/adapters/announce/create-announcements.ts'
import { createPodpingAnnouncer } from '../../src/adapters/announce/create-podping-announcer.ts'
import { createWebhookAnnouncer } from '../../src/adapters/announce/create-webhook-announcer.ts'
import { createWebsubAnnouncer } from '../../src/adapters/announce/create-websub-announcer.ts'
import { readEnvironment } from '../../src/config/environment.ts'
import { DEMO_CONFIG, loadSettings } from '../../src/config/load-settings.ts'
import { parseWebhookKey } from '../../src/config/webhook-key.ts'
import { buildNews } from '../../src/stages/publish/announce-news.ts'
import { startAnnounceServer, type AnnounceReply, type AnnounceServer } from '../helpers/announce-server.ts'
import { caught } from '../helpers/caught.ts'
import { newHome } from '../helpers/new-home.ts'
import { exampleEpisode } from '../helpers/publish-example.ts'

const SHOWS = ['morning-brief']
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const TOKEN = 'podping-token-1'
const news = buildNews(exampleEpisode, 'https://pods.example')
const open = new AbortController().signal

const servers: AnnounceServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map(server => server.close()))))

async function start(...replies: AnnounceReply[]): Promise<AnnounceServer> {
  const server = await startAnnounceServer(replies)
  servers.push(server)
  return server
}

const hubAt = (url: string, limitMs?: number) => createWebsubAnnouncer(url, SHOWS, limitMs)
const podpingAt = (url: string) => createPodpingAnnouncer({ url, token: TOKEN }, SHOWS)
const webhookAt = (url: string, clock?: () => Date) =>
  createWebhookAnnouncer({ url, shows: SHOWS, key: parseWebhookKey(SECRET) ?? new Uint8Array() }, { clock })

/** As a receiver would, from the specification alone. */
function isSigned(headers: Record<string, unknown>, body: string, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
  const expected = createHmac('sha256', key).update(content).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .map(entry => entry.split(','))
    .filter(([version]) => version === 'v1')
    .map(([, signature = '']) => Buffer.from(signature, 'base64'))
    .some(given => given.length === expected.length && timingSafeEqual(given, expected))
}

describe('what is sent', () => {
  test('a hub gets a form with the address of the feed', async () => {
    const server = await start(204)
    await hubAt(`${server.url}hub?x=1`).announce(news, open)
    expect(server.heard).toMatchObject([
      {
        method: 'POST',
        path: '/hub?x=1',
        body: 'hub.mode=publish&hub.url=https%3A%2F%2Fpods.example%2Fshows%2Fmorning-brief%2Ffeed.xml',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': 'Duologue/0.1 (podcast publisher)'
        }
      }
    ])
  })

  test('Podping gets the address of the feed and the bare token, beside what its address had', async () => {
    const server = await start(200)
    await podpingAt(`${server.url}?node=2`).announce(news, open)
    expect(server.heard).toMatchObject([
      {
        method: 'GET',
        path: '/?node=2&url=https%3A%2F%2Fpods.example%2Fshows%2Fmorning-brief%2Ffeed.xml&reason=update&medium=podcast',
        headers: { authorization: TOKEN }
      }
    ])
  })

  test('a webhook gets a signed message, and a changed one would not pass', async () => {
    const server = await start(200)
    await webhookAt(`${server.url}hooks/1`, () => new Date('2026-11-22T06:00:05.900Z')).announce(news, open)
    const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '' }] = server.heard
    expect([method, path, headers['content-type']]).toEqual(['POST', '/hooks/1', 'application/json'])
    expect([headers['webhook-id'], headers['webhook-timestamp']]).toEqual([news.id, '1795327205'])
    expect(isSigned(headers, body, SECRET)).toBe(true)
    expect(isSigned(headers, body.replace('Ice', 'Fire'), SECRET)).toBe(false)
    expect(isSigned({ ...headers, 'webhook-timestamp': '1795327206' }, body, SECRET)).toBe(false)
    expect(isSigned(headers, body, `whsec_${Buffer.alloc(24).toString('base64')}`)).toBe(false)
    expect(JSON.parse(body)).toMatchObject({ type: 'episode.published', data: { guid: exampleEpisode.guid } })
  })

  test('a second try has the same id and body, and its own time and signature', async () => {
    const server = await start(503, 204)
    const times = [new Date('2026-11-22T06:00:00Z'), new Date('2026-11-22T06:00:30Z')]
    const webhook = webhookAt(server.url, () => times.shift() ?? new Date(0))
    expect((await caught(webhook.announce(news, open))).retryable).toBe(true)
    await webhook.announce(news, open)
    const [first, second] = server.heard
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body])
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
    expect(isSigned(second?.headers ?? {}, second?.body ?? '', SECRET)).toBe(true)
  })

  test('nothing is sent to a hub where the feed has no address that everybody may have', async () => {
    const server = await start(204)
    const secret = buildNews(exampleEpisode, null)
    for (const announcer of [hubAt(server.url), podpingAt(server.url)]) {
      const error = await caught(announcer.announce(secret, open))
      expect([error.retryable, error.message]).toEqual([
        false,
        expect.stringContaining('set server.public_url')
      ])
    }
    expect(server.heard).toEqual([])
  })
})

describe('what is answered', () => {
  test.each([
    [200, null, ''],
    [202, null, ''],
    [204, null, ''],
    [400, false, /it does not take the address of the feed/],
    [401, false, /open to publishers/],
    [404, false, /there is no hub at this address; check announce\.websub/],
    [408, true, /408/],
    [410, false, /take it out of announce\.websub/],
    [429, true, /asks us to come less often/],
    [500, true, /it has a fault of its own/],
    [503, true, /it has a fault of its own/]
  ])('a hub that answers %i', async (status, retryable, message) => {
    const server = await start(status)
    const said = hubAt(server.url).announce(news, open)
    if (retryable === null) return expect(await said).toBeUndefined()
    const error = await caught(said)
    expect(error.message).toMatch(new RegExp(`^127\\.0\\.0\\.1:\\d+ answered ${status}: `))
    expect(error.message).toMatch(message)
    expect([error.stage, error.retryable]).toEqual(['publish', retryable])
  })

  test("a hub's own words are told, as one printable line", async () => {
    const server = await start(response =>
      response.writeHead(400).end('<h1>Bad\u001b[31m topic</h1>\n\nhub.url   is\tnot known')
    )
    const { message } = await caught(hubAt(server.url).announce(news, open))
    expect(message).toMatch(/\("Bad \[31m topic hub\.url is not known"\)$/)
  })

  test('a redirect is not followed, and where it leads is told without its path', async () => {
    const elsewhere = await start(204)
    const server = await start(response =>
      response.writeHead(307, { location: `${elsewhere.url}secret-path` }).end()
    )
    for (const announcer of [hubAt(server.url), podpingAt(server.url), webhookAt(server.url)]) {
      const error = await caught(announcer.announce(news, open))
      expect(error.message).toMatch(/redirects \(307\) to http:\/\/127\.0\.0\.1:\d+, which is not followed/)
      expect([error.message.includes('secret-path'), error.retryable]).toEqual([false, false])
    }
    expect(elsewhere.heard).toEqual([])
  })

  test('of an answer without end a beginning is read', async () => {
    let sent = 0
    let closed = false
    const endless: AnnounceReply = response => {
      response.writeHead(500)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) sent += 16_384
      }
      response.on('drain', more)
      response.on('close', () => (closed = true))
      more()
    }
    const server = await start(endless)
    const error = await caught(hubAt(server.url).announce(news, open))
    expect(error.message).toMatch(/answered 500: it has a fault of its own \("x{200}"\)$/)
    await expect.poll(() => closed, { timeout: 10_000 }).toBe(true)
    expect(sent).toBeLessThan(64 * 1024 * 1024)
  })

  test('an endless answer to a success is left where it is', async () => {
    const endless: AnnounceReply = response => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
      }
      response.on('drain', more)
      more()
    }
    const server = await start(endless)
    await hubAt(server.url).announce(news, open)
    expect(server.heard.length).toBe(1)
  })

  test('a server that does not answer is given up, and may be asked again', async () => {
    const server = await start(() => {})
    const error = await caught(hubAt(server.url, 200).announce(news, open))
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ did not answer within 0\.2 s$/)
    expect(error.retryable).toBe(true)
  })

  test('whoever stops the work gets the reason back', async () => {
    const server = await start(() => {})
    const stop = new AbortController()
    const said = hubAt(server.url).announce(news, stop.signal)
    await expect.poll(() => server.heard.length, { timeout: 10_000 }).toBe(1)
    stop.abort(new Error('the worker is stopping'))
    await expect(said).rejects.toThrow('the worker is stopping')
  })

  test('a connection that is refused or broken off may be tried again', async () => {
    const server = await start(response => response.destroy())
    expect(await caught(hubAt(server.url).announce(news, open))).toMatchObject({
      retryable: true,
      message: expect.stringMatching(/closed the connection before it answered/) as string
    })
    await server.close()
    expect(await caught(hubAt(server.url).announce(news, open))).toMatchObject({
      retryable: true,
      message: expect.stringMatching(/refused the connection: is it running there\?/) as string
    })
  })

  test('what does not speak HTTP is not tried again', async () => {
    const server = createTcpServer(socket => {
      socket.on('error', () => socket.destroy())
      socket.write('SSH-2.0-OpenSSH_9.2\r\n', () => socket.destroySoon())
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const error = await caught(hubAt(`http://127.0.0.1:${port}/`).announce(news, open))
    await new Promise(resolve => server.close(resolve))
    expect(error.message).toMatch(/does not speak HTTP \(HPE_\w+\); check the address and its port/)
    expect(error.retryable).toBe(false)
  })

  test('a name that no server has may be a network that is down', async () => {
    const error = await caught(hubAt('http://hub.invalid/').announce(news, open))
    expect(error.message).toMatch(/^hub\.invalid cannot be found/)
    expect(error.retryable).toBe(true)
  })

  const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
  test.skipIf(!hasOpenssl)(
    'a certificate that nobody vouches for is not tried again (needs openssl)',
    async () => {
      const home = await newHome()
      const [key, cert] = [join(home, 'key.pem'), join(home, 'cert.pem')]
      const wish = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1']
      execFileSync('openssl', ['req', '-x509', ...wish, '-keyout', key, '-out', cert], { stdio: 'ignore' })
      const server = await startAnnounceServer([204], {
        key: readFileSync(key, 'utf8'),
        cert: readFileSync(cert, 'utf8')
      })
      servers.push(server)
      const error = await caught(webhookAt(server.url).announce(news, open))
      expect(error.message).toMatch(/has a certificate or an encryption that is not valid \(\w+\)/)
      expect([error.retryable, server.heard.length]).toEqual([false, 0])
    }
  )
})

describe('secrets', () => {
  test('no message repeats a token, a secret or the path of a webhook, even where the server does', async () => {
    const echo: AnnounceReply = response =>
      response
        .writeHead(400)
        .end(`${TOKEN} ${SECRET} ${response.req.url} ${String(response.req.headers.authorization)}`)
    const server = await start(echo)
    const asked = [
      podpingAt(server.url),
      webhookAt(`${server.url}hooks/T0P53CR3T?key=K3Y`),
      hubAt(`${server.url}?key=K3Y`)
    ]
    for (const announcer of asked) {
      const { message } = await caught(announcer.announce(news, open))
      expect(`${announcer.name} ${message}`).not.toMatch(/podping-token-1|whsec_|T0P53CR3T|K3Y/)
    }
  })
})

describe('createAnnouncements', () => {
  const settings = loadSettings({ config: DEMO_CONFIG }, readEnvironment({}))

  test('makes one of each that is configured, with names that stay the same', async () => {
    const announcements = createAnnouncements({
      ...settings,
      publicUrl: 'https://pods.example',
      announce: {
        ...settings.announce,
        hubs: ['https://a.example/', 'https://b.example/'],
        podping: true,
        podpingToken: TOKEN,
        webhooks: [{ url: 'https://w.example/', shows: ['demo'] }],
        webhookSecret: SECRET
      }
    })
    expect(announcements).toMatchObject({
      hubs: ['https://a.example/', 'https://b.example/'],
      usesPodping: true,
      root: 'https://pods.example'
    })
    expect(announcements.announcers.map(({ name }) => name)).toEqual([
      'websub-befde498',
      'websub-5d1dd984',
      'podping',
      'webhook-796ac8da'
    ])
  })

  test('is nobody where nothing is configured', () => {
    expect(createAnnouncements(settings)).toEqual({
      hubs: [],
      usesPodping: false,
      root: null,
      announcers: []
    })
  })
})
