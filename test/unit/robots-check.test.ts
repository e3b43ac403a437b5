import { describe, expect, test } from 'vitest'
import { createRobotsCheck } from '../../src/adapters/http/create-robots-check.ts'
import { statusError, fetchError } from '../../src/adapters/http/http-failure.ts'
import { mayFetch } from '../../src/adapters/http/robots.ts'
import type { StageError } from '../../src/domain/stage-error.ts'
import type { FetchOptions, WebFetcher } from '../../src/stages/fetch/fetch-ports.ts'

const open = { allowPrivateAddresses: false }
const HOUR = 3_600_000

/** Answers every robots.txt alike; tells what was asked, and has a clock that can be set. */
function desk(answer: () => string | StageError) {
  const asked: string[] = []
  const kinds = new Set<FetchOptions['kind']>()
  let ms = 0
  const fetcher: WebFetcher = {
    fetchBytes(url, options) {
      asked.push(url)
      kinds.add(options.kind)
      const given = answer()
      if (typeof given !== 'string') return Promise.reject(given)
      const bytes = Buffer.from(given)
      return Promise.resolve({
        bytes,
        contentType: 'text/plain',
        finalUrl: url,
        status: 'fresh',
        reason: null
      })
    }
  }
  const check = createRobotsCheck({ fetcher, mayFetch, now: () => new Date(ms) })
  return { check, asked, kinds, pass: (by: number) => (ms += by) }
}

const RULES = 'User-agent: *\nDisallow: /private\nCrawl-delay: 3'
const PAGE = 'https://news.example/story'
const status = (code: number) => () =>
  statusError('https://news.example/robots.txt', code, { kind: 'robots' })
const unreachable = () => fetchError('https://news.example/robots.txt', 'the network cannot be reached', true)

describe('robots.txt', () => {
  test('is asked once a day for each server, and kept to', async () => {
    const { check, asked, kinds, pass } = desk(() => RULES)
    expect(await check(PAGE, open)).toEqual({ allowed: true, reason: null, crawlDelaySeconds: 3 })
    const refused = await check('https://news.example/private/x', open)
    expect(refused).toMatchObject({ allowed: false, reason: expect.stringContaining('disallow: /private') })
    await check('https://other.example/', open)
    expect(asked).toEqual(['https://news.example/robots.txt', 'https://other.example/robots.txt'])
    expect([...kinds]).toEqual(['robots'])
    pass(25 * HOUR)
    await check(PAGE, open)
    expect(asked.length).toBe(3)
  })

  test('is asked once for pages that are wanted at the same time', async () => {
    const { check, asked } = desk(() => RULES)
    await Promise.all([check(PAGE, open), check(`${PAGE}/2`, open)])
    expect(asked.length).toBe(1)
  })

  test.each([
    ['is not there', status(404), true, 1],
    ['is forbidden', status(403), true, 1],
    ['answers 500', status(500), false, 2],
    ['answers 429', status(429), false, 2],
    ['cannot be reached', unreachable, false, 2]
  ])('that %s', async (_title, answer, allowed, askedInTwoHours) => {
    const { check, asked, pass } = desk(answer)
    expect((await check(PAGE, open)).allowed).toBe(allowed)
    pass(0.5 * HOUR)
    await check(PAGE, open)
    expect(asked.length).toBe(1)
    pass(HOUR)
    await check(PAGE, open)
    expect(asked.length).toBe(askedInTwoHours)
  })

  test('whose asking is aborted is asked again', async () => {
    const controller = new AbortController()
    const { check, asked } = desk(unreachable)
    controller.abort(new Error('shutting down'))
    await expect(check(PAGE, { ...open, signal: controller.signal })).rejects.toThrow('shutting down')
    await check(PAGE, open)
    expect(asked.length).toBe(2)
  })

  test('that cannot be had says why, so that a person can mend it', async () => {
    const { check } = desk(unreachable)
    expect((await check(PAGE, open)).reason).toBe(
      'robots.txt could not be fetched, so the page is left alone for now: https://news.example/robots.txt: the network cannot be reached'
    )
  })
})
