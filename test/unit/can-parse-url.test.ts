import { expect, test } from 'vitest'
import { canParseUrl } from '../../src/domain/can-parse-url.ts'

const ADDRESSES = [
  'https://a.example/feed',
  'http://höhle.example/hub',
  'https://例え.example/フィード',
  'https://a.example/café?q=ü'
]

test.each([
  ...ADDRESSES.map(address => [address, undefined, true] as const),
  ['../next.xml', 'https://höhle.example/feeds/one.xml', true] as const,
  ['../next.xml', undefined, false] as const,
  ['https://a b.example/', undefined, false] as const,
  ['https://[::1/', undefined, false] as const,
  ['', 'no base', false] as const
])('is %j, from %j, an address: %s', (address, base, is) => {
  expect(canParseUrl(address, base)).toBe(is)
})

test('says the same of addresses in any letters when it was asked a hundred thousand times', () => {
  for (let times = 0; times < 100_000; times++) canParseUrl(`https://a.example/${times % 7}`)
  expect(ADDRESSES.filter(address => !canParseUrl(address))).toEqual([])
  for (let times = 0; times < 100_000; times++) canParseUrl(`/${times % 7}`, 'https://a.example/')
  expect(ADDRESSES.filter(address => !canParseUrl('/x', address))).toEqual([])
})
