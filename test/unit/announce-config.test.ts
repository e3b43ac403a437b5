import { describe, expect, test } from 'vitest'
import { planAnnounce, type AnnounceFrom } from '../../src/config/announce-plan.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import { DEMO_CONFIG, loadSettings } from '../../src/config/load-settings.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { parseWebhookKey } from '../../src/config/webhook-key.ts'
import { readEnvironment } from '../../src/config/environment.ts'

const SHOW = `
shows:
  morning:
    title: Morning
    description: What happened.
    feeds: [https://example.org/feed.xml]
`

const faultsOf = (work: () => unknown): string[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof ConfigError)
      return error.faults.map(({ path, line, message }) => `${line} ${path}: ${message}`)
    throw error
  }
  return []
}

const announceOf = (text: string) => parseConfig(`${text}\n${SHOW}`, 'duologue.yaml').announce

describe('announce in duologue.yaml', () => {
  test('nobody is told where nothing is said', () => {
    expect(announceOf('')).toEqual({
      websub: [],
      podping: false,
      podping_url: 'https://podping.cloud/',
      webhooks: []
    })
  })

  test('takes one hub or several, and webhooks with or without their shows', () => {
    expect(announceOf('announce: { websub: https://hub.example/ }').websub).toEqual(['https://hub.example/'])
    const { websub, webhooks } = announceOf(`announce:
  websub: [https://a.example/, 'http://b.example/hub']
  webhooks: [https://c.example/hook, { url: https://d.example/, shows: [morning] }]`)
    expect(websub).toEqual(['https://a.example/', 'http://b.example/hub'])
    expect(webhooks).toEqual([
      { url: 'https://c.example/hook' },
      { url: 'https://d.example/', shows: ['morning'] }
    ])
  })

  test.each([
    ['a hub that is no address', '{ websub: hub.example }', /^1 announce\.websub: name one hub, or a list/],
    ['a hub named twice', '{ websub: [https://h.example, https://h.example/] }', /name each hub once/],
    ['a hub in a list that is no address', '{ websub: [ftp://h.example] }', /websub.*use an address such as/],
    [
      'a webhook with a password in its address',
      '{ webhooks: [https://me:pw@h.example/] }',
      /webhooks\[0\]: give an address, or \{url, shows\}; use an address .* without a name and password/
    ],
    [
      'a webhook twice, once with shows',
      '{ webhooks: [https://h.example/, { url: https://h.example/, shows: [morning] }] }',
      /webhooks: name each address once, with all of its shows/
    ],
    [
      'a webhook of no shows',
      '{ webhooks: [{ url: https://h.example/, shows: [] }] }',
      /webhooks\[0\].*name at least one show|webhooks\[0\]: give an address/
    ],
    [
      'a webhook of a show that there is not',
      '{ webhooks: [{ url: https://h.example/, shows: [evening] }] }',
      /^1 announce\.webhooks\[0\]\.shows\[0\]: there is no show "evening"; name one of: morning$/
    ],
    ['a word for podping', '{ podping: maybe }', /announce\.podping: /],
    ['a key that is not known', '{ pings: true }', /announce\.pings: is not a key/]
  ])('refuses %s', (_, announce, message) => {
    expect(faultsOf(() => announceOf(`announce: ${announce}`)).join('\n')).toMatch(message)
  })

  test('a private server tells no hub and no Podping where its feeds are', () => {
    const text = `announce: { websub: https://h.example/, podping: true, webhooks: [https://w.example/] }
server: { private: true }`
    expect(faultsOf(() => announceOf(text))).toEqual([
      expect.stringMatching(
        /^1 announce\.websub: the addresses of a private server are its listeners' secrets/
      ),
      expect.stringMatching(/^1 announce\.podping: .*set server\.private to false$/)
    ])
  })
})

const environment = readEnvironment({})
const settings = loadSettings({ config: DEMO_CONFIG }, environment)
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

const from = (
  announce: Partial<AnnounceFrom['announce']>,
  more: Partial<AnnounceFrom> = {}
): AnnounceFrom => ({
  ...settings,
  publicUrl: 'https://pods.example',
  ...more,
  announce: { ...settings.announce, ...announce }
})

const planFaults = (...given: Parameters<typeof from>) => faultsOf(() => planAnnounce(from(...given)))

describe('planAnnounce', () => {
  test('gives who is told, with what it takes', () => {
    const plan = planAnnounce(
      from({
        hubs: ['https://h.example/'],
        podping: true,
        podpingToken: 'token',
        webhooks: [{ url: 'https://w.example/' }, { url: 'https://v.example/', shows: ['other'] }],
        webhookSecret: SECRET
      })
    )
    const shows = settings.shows.map(({ id }) => id)
    expect(plan).toMatchObject({
      root: 'https://pods.example',
      hubs: ['https://h.example/'],
      podping: { url: 'https://podping.cloud/', token: 'token' },
      webhooks: [
        { url: 'https://w.example/', shows },
        { url: 'https://v.example/', shows: ['other'] }
      ],
      shows
    })
  })

  test('webhooks need no public address, and are told of none on a private server', () => {
    const hooks = { webhooks: [{ url: 'http://localhost:8123/' }], webhookSecret: SECRET }
    expect(planAnnounce(from(hooks, { publicUrl: undefined })).root).toBeNull()
    const server = { ...settings.server, isPrivate: true }
    expect(planAnnounce(from(hooks, { server })).root).toBeNull()
  })

  test('secrets of the environment are read, and not asked for where nothing needs them', () => {
    const { announce } = loadSettings(
      { config: DEMO_CONFIG },
      readEnvironment({ DUOLOGUE_PODPING_TOKEN: ' t ', DUOLOGUE_WEBHOOK_SECRET: SECRET })
    )
    expect([announce.podpingToken, announce.webhookSecret]).toEqual(['t', SECRET])
    expect(planFaults({}, { publicUrl: undefined })).toEqual([])
  })

  test.each([
    [
      'without a public address',
      undefined,
      /websub: nobody is told where the feed is: set server\.public_url/
    ],
    ['at localhost', 'http://localhost:7474', /http:\/\/localhost:7474 is reached from this machine alone/],
    ['at 127.0.0.1', 'http://127.0.0.1:7474', /from this machine alone/],
    ['at [::1]', 'http://[::1]:7474', /from this machine alone/],
    ['at an address that is none', 'pods.example', /"pods\.example" is not an address/]
  ])('a hub cannot read a feed %s', (_, publicUrl, message) => {
    expect(planFaults({ hubs: ['https://h.example/'] }, { publicUrl }).join()).toMatch(message)
  })

  test('a hub may be told of a home network, Podping may not', () => {
    const home = { publicUrl: 'http://192.168.1.5:7474' }
    expect(planFaults({ hubs: ['http://192.168.1.6/'] }, home)).toEqual([])
    expect(planFaults({ podping: true, podpingToken: 't' }, home)).toEqual([
      expect.stringMatching(/podping: http:\/\/192\.168\.1\.5:7474 is an address of a home network/)
    ])
  })

  test.each([
    [
      'Podping without its token',
      { podping: true },
      /podping: put the token .* into DUOLOGUE_PODPING_TOKEN$/
    ],
    [
      'a token over two lines',
      { podping: true, podpingToken: 'a\nb' },
      /a character that no HTTP header takes/
    ],
    [
      'webhooks without a secret',
      { webhooks: [{ url: 'https://w.example/' }] },
      /webhooks: the messages are signed, and DUOLOGUE_WEBHOOK_SECRET is not set: give at least 24 characters/
    ],
    [
      'webhooks with a short secret, which is not repeated',
      { webhooks: [{ url: 'https://w.example/' }], webhookSecret: 'hunter2' },
      /^(?!.*hunter2).*is too short, too long or not in base64/
    ]
  ])('names %s', (_, announce, message) => {
    expect(planFaults(announce).join('\n')).toMatch(message)
  })

  test('every fault is told at once, with the file', () => {
    const all = { hubs: ['https://h.example/'], podping: true, webhooks: [{ url: 'https://w.example/' }] }
    expect(planFaults(all, { publicUrl: undefined }).map(text => text.split(':')[0])).toEqual([
      'null announce.websub',
      'null announce.podping',
      'null announce.podping',
      'null announce.webhooks'
    ])
    expect(() => planAnnounce(from(all, { publicUrl: undefined }))).toThrow(/demo\.yaml has 4 faults/)
  })
})

describe('parseWebhookKey', () => {
  const bytes = (count: number) => `whsec_${Buffer.alloc(count, 7).toString('base64')}`

  test.each([
    ['a whsec_ secret is its bytes', bytes(32), 32],
    ['the least is 24 bytes', bytes(24), 24],
    ['23 bytes are too few', bytes(23), null],
    ['64 bytes are the most', bytes(64), 64],
    ['65 bytes are too many', bytes(65), null],
    ['base64 may lack its padding', bytes(25).replace(/=+$/, ''), 25],
    ['what is not base64 is refused', `whsec_${'-'.repeat(40)}`, null],
    ['24 characters are their own bytes', 'x'.repeat(24), 24],
    ['23 characters are too few', 'x'.repeat(23), null]
  ])('%s', (_, secret, length) => {
    expect(parseWebhookKey(secret)?.length ?? null).toBe(length)
  })
})
