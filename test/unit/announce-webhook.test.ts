import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buildWebhook } from '../../src/adapters/announce/build-webhook.ts'
import { signWebhook } from '../../src/adapters/announce/sign-webhook.ts'
import { parseWebhookKey } from '../../src/config/webhook-key.ts'
import { buildNews, publicationOf } from '../../src/stages/publish/announce-news.ts'
import { exampleEpisode } from '../helpers/publish-example.ts'

describe('what is told of an episode', () => {
  test('has the addresses below the root that everybody may have', () => {
    expect(buildNews(exampleEpisode, 'https://pods.example/library')).toEqual({
      id: expect.stringMatching(/^msg_[0-9a-f]{32}$/) as string,
      show: 'morning-brief',
      episode: '2026-11-22',
      guid: exampleEpisode.guid,
      title: 'Ice on Mars, and a library reopens',
      summary: 'Ava and Ben tell 1 story from 1 source. This episode is made by AI.',
      durationSeconds: 21.25,
      publishedAt: '2026-11-22T06:00:00.000Z',
      feed: 'https://pods.example/library/shows/morning-brief/feed.xml',
      page: 'https://pods.example/library/shows/morning-brief/episodes/2026-11-22',
      audio:
        'https://pods.example/library/shows/morning-brief/episodes/2026-11-22/morning-brief-2026-11-22.mp3'
    })
  })

  test('has no address where they are secret', () => {
    const news = buildNews(exampleEpisode, null)
    expect([news.feed, news.page, news.audio]).toEqual([null, null, null])
    expect(buildWebhook(news)).not.toContain('://')
  })

  test('has the same id as long as the same is published', () => {
    const idOf = (change: object) => buildNews({ ...exampleEpisode, ...change }, null).id
    expect(idOf({})).toBe(buildNews(exampleEpisode, 'https://pods.example').id)
    const ids = [{}, { inputHash: 'again' }, { show: 'evening' }, { episode: '2026-11-23' }].map(idOf)
    expect(new Set(ids).size).toBe(4)
    expect(publicationOf({ inputHash: 'again' })).toMatch(/^[0-9a-f]{12}$/)
  })
})

test("a webhook's body has type, timestamp and data, and not the id, which is a header", () => {
  const { id: _, ...data } = buildNews(exampleEpisode, 'https://pods.example')
  expect(JSON.parse(buildWebhook(buildNews(exampleEpisode, 'https://pods.example')))).toEqual({
    type: 'episode.published',
    timestamp: '2026-11-22T06:00:00.000Z',
    data
  })
})

describe('signWebhook', () => {
  test("gives the signature of the Standard Webhooks libraries' own test", () => {
    const key = parseWebhookKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw') ?? new Uint8Array()
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
    expect(signWebhook({ id, timestamp: 1614265330, body: '{"test": 2432232314}' }, key)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    })
  })

  test.each([
    ['plain text', 'a secret of thirty characters!', '{"title":"Ice"}'],
    ['text beyond ASCII', 'ein Geheimnis für Zoë, lang genug', '{"title":"Zoë 🎧"}']
  ])('signs with %s as its UTF-8 bytes', (_, secret, body) => {
    const signed = signWebhook(
      { id: 'msg_1', timestamp: 7, body },
      parseWebhookKey(secret) ?? new Uint8Array()
    )
    const content = Buffer.concat([Buffer.from('msg_1.7.'), Buffer.from(body, 'utf8')])
    const expected = createHmac('sha256', Buffer.from(secret, 'utf8')).update(content).digest('base64')
    expect(signed['webhook-signature']).toBe(`v1,${expected}`)
  })
})
