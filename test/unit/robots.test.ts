import { describe, expect, test } from 'vitest'
import { mayFetch } from '../../src/adapters/http/robots.ts'
import { productToken, rulesFor } from '../../src/adapters/http/robots-groups.ts'

const AGENT = 'Duologue/0.1 (feed reader; two-host podcast)'
const URL = 'https://news.example/world/story.html?page=2'
const ask = (robotsTxt: string, url = URL) => mayFetch({ robotsTxt, status: 200 }, url, AGENT)
const lines = (...text: string[]): string => text.join('\n')

describe('the status of robots.txt', () => {
  test.each([
    [404, true, false],
    [401, true, false],
    [403, true, false],
    [410, true, false],
    [301, true, false],
    [429, false, true],
    [500, false, true],
    [503, false, true],
    [null, false, true]
  ])('%s gives allowed %s, to be asked again %s', (status, allowed, isTemporary) => {
    const verdict = mayFetch({ robotsTxt: 'User-agent: *\nDisallow: /', status }, URL, AGENT)
    expect(verdict).toMatchObject({ allowed, isTemporary })
    expect(verdict.reason === null).toBe(allowed)
  })
})

describe('the rules of robots.txt', () => {
  test.each([
    ['an empty file', '', true],
    ['no file', null, true],
    ['a web page in its place', '<!doctype html><title>Not found</title>', true],
    ['nothing forbidden', lines('User-agent: *', 'Disallow:'), true],
    ['everything forbidden', lines('User-agent: *', 'Disallow: /'), false],
    ['another path forbidden', lines('User-agent: *', 'Disallow: /sport/'), true],
    ['the longer rule allowing', lines('User-agent: *', 'Disallow: /', 'Allow: /world/'), true],
    ['the longer rule forbidding', lines('User-agent: *', 'Allow: /', 'Disallow: /world/'), false],
    [
      'two rules as long, where allowing wins',
      lines('User-agent: *', 'Disallow: /world', 'Allow: /world'),
      true
    ],
    ['another crawler forbidden', lines('User-agent: OtherBot', 'Disallow: /'), true],
    [
      'us forbidden by name',
      lines('User-agent: *', 'Allow: /', '', 'User-agent: duologue', 'Disallow: /'),
      false
    ],
    [
      'us allowed by name',
      lines('User-agent: *', 'Disallow: /', '', 'User-agent: Duologue', 'Allow: /'),
      true
    ],
    ['us named without rules', lines('User-agent: *', 'Disallow: /', 'User-agent: Duologue'), true],
    [
      'us named among others',
      lines('User-agent: a', 'User-agent: Duologue', 'User-agent: b', 'Disallow: /'),
      false
    ],
    [
      'us in two groups',
      lines('User-agent: duologue', 'Allow: /a', 'User-agent: duologue', 'Disallow: /world'),
      false
    ],
    ['a name that only begins with ours', lines('User-agent: duologuebot', 'Disallow: /'), true],
    ['a star in the path', lines('User-agent: *', 'Disallow: /*/story'), false],
    ['an end that does not fit', lines('User-agent: *', 'Disallow: /world/story.html$'), true],
    ['an end that fits', lines('User-agent: *', 'Disallow: /*page=2$'), false],
    ['comments and odd spaces', lines('user-agent : * # all', '  DISALLOW:/world # this'), false],
    ['a byte order mark', `\ufeff${lines('User-agent: *', 'Disallow: /')}`, false],
    ['old line ends', 'User-agent: *\rDisallow: /\r', false],
    ['NUL bytes and noise', `\0\0${'\n'.repeat(100)}::::\nUser-agent: *\nDisallow: /`, false]
  ])('%s', (_what, robotsTxt, allowed) => {
    expect(mayFetch({ robotsTxt, status: 200 }, URL, AGENT).allowed).toBe(allowed)
  })

  test('names the rule that forbids', () => {
    expect(ask(lines('User-agent: *', 'Allow: /x', 'Disallow: /world/')).reason).toBe(
      'robots.txt of https://news.example does not allow it ("disallow: /world/")'
    )
  })

  test.each([
    ['5', 5],
    ['0.5', 0.5],
    ['86400', 60],
    ['-1', null],
    ['soon', null]
  ])('a delay of %s is %s seconds', (delay, seconds) => {
    expect(ask(lines('User-agent: *', `Crawl-delay: ${delay}`)).crawlDelaySeconds).toBe(seconds)
  })

  test('robots.txt itself may always be fetched', () => {
    expect(ask(lines('User-agent: *', 'Disallow: /'), 'https://news.example/robots.txt').allowed).toBe(true)
  })

  test.each(['ftp://news.example/a', 'no address', 'file:///etc/passwd'])('%s is refused', url => {
    expect(ask('', url)).toMatchObject({ allowed: false, reason: 'this is no web address' })
  })

  test('what stands beyond 500 KiB is not read', () => {
    const filler = `${'# filler\n'.repeat(60_000)}`
    expect(ask(`${filler}User-agent: *\nDisallow: /`).allowed).toBe(true)
    expect(ask(`User-agent: *\nDisallow: /\n${filler}`).allowed).toBe(false)
  })
})

describe('a hostile robots.txt', () => {
  test('with 18,000 names and 18,000 rules is read', () => {
    const text = `${'User-agent: duologue\n'.repeat(18_000)}${'Disallow: /x\n'.repeat(18_000)}`
    expect(ask(text).allowed).toBe(true)
    expect(rulesFor(text, 'duologue')).toEqual(['disallow: /x'])
  })

  test('with rules that would take an age is not followed, and the page left alone', () => {
    const rule = (at: number): string => `Disallow: /${'*a'.repeat(990)}${at}`
    const text = lines('User-agent: *', ...Array.from({ length: 240 }, (_, at) => rule(at)))
    const verdict = ask(text, `https://news.example/${'a'.repeat(2000)}`)
    expect(verdict).toMatchObject({ allowed: false, reason: expect.stringContaining('too intricate') })
  })

  test('with a run of stars means one star', () => {
    expect(rulesFor(`User-agent: *\nDisallow: /${'*'.repeat(1000)}a`, 'duologue')).toEqual(['disallow: /*a'])
  })

  test.each(['__proto__', 'constructor', 'toString'])('with a crawler named %s harms nothing', name => {
    expect(ask(lines(`User-agent: ${name}`, 'Disallow: /')).allowed).toBe(true)
  })
})

test.each([
  ['Duologue/0.1 (feed reader)', 'duologue'],
  ['  My_Bot-x/2', 'my_bot-x'],
  ['*', '*'],
  ['', '*']
])('the crawler of %j is %s', (userAgent, token) => {
  expect(productToken(userAgent)).toBe(token)
})
