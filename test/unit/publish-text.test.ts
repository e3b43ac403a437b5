import { describe, expect, test } from 'vitest'
import { appleCategoryChoices, isAppleCategory } from '../../src/stages/publish/apple-categories.ts'
import { cutBytes, cutText, plainLine, utf8Bytes } from '../../src/stages/publish/cut-text.ts'
import { episodeUrl, showUrl } from '../../src/stages/publish/library-url.ts'
import { updateFrequency } from '../../src/stages/publish/update-frequency.ts'
import { webUrl } from '../../src/stages/publish/web-url.ts'

describe('text is cut', () => {
  test.each([
    ['short enough', 12, 'short enough'],
    ['cut between words', 12, 'cut between…'],
    ['no comma, before', 11, 'no comma…'],
    ['Donaudampfschiff', 8, 'Donauda…'],
    ['aaaa🎧bbbb', 6, 'aaaa…']
  ])('%j to %i characters is %j', (text, max, cut) => {
    expect(cutText(text, max)).toBe(cut)
    expect(cut.length).toBeLessThanOrEqual(max)
  })

  test.each([
    ['é'.repeat(10), 10, 'ééé…'],
    ['one two three', 12, 'one two…'],
    ['🎧🎧🎧', 9, '🎧…'],
    ['as is', 5, 'as is']
  ])('%j to %i bytes is %j', (text, max, cut) => {
    expect(cutBytes(text, max)).toBe(cut)
    expect(utf8Bytes(cut)).toBeLessThanOrEqual(max)
  })

  test('A line for a feed has no control, override, noncharacter, lone surrogate or line break', () => {
    expect(plainLine(' a\u0000b\u202ec\ufffed\uffffe\ud800f\u0007\n\tg ')).toBe('abcdef g')
  })
})

describe('addresses', () => {
  test.each([
    ['https://news.example/a?b=1&c=2#d', 'https://news.example/a?b=1&c=2#d'],
    ['http://bücher.example/ö "x"', 'http://xn--bcher-kva.example/%C3%B6%20%22x%22'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['/relative', null],
    ['https://user:word@news.example/', null],
    [`https://news.example/${'a'.repeat(2000)}`, null],
    ['', null],
    [null, null]
  ])('A listener sent to %j goes to %j', (address, expected) => {
    expect(webUrl(address)).toBe(expected)
  })

  test('Files of the library have absolute ASCII addresses', () => {
    expect(showUrl('https://höhle.example/pods/', 'brief', 'feed.xml')).toBe(
      'https://xn--hhle-5qa.example/pods/shows/brief/feed.xml'
    )
    expect(episodeUrl('http://127.0.0.1:8123', { show: 'brief', episode: '2026-11-22-2' }, 'ä b.mp3')).toBe(
      'http://127.0.0.1:8123/shows/brief/episodes/2026-11-22-2/%C3%A4%20b.mp3'
    )
  })

  test.each([
    '',
    'pods.example',
    'ftp://pods.example',
    'https://pods.example/?a=1',
    'https://a:b@pods.example'
  ])('The public address %j is refused with an example of a right one', address => {
    expect(() => showUrl(address, 'brief', 'feed.xml')).toThrow(/Use http or https .*for example/)
  })
})

describe('categories of Apple', () => {
  test('There are 19 of them with 91 subcategories', () => {
    const categories = appleCategoryChoices('?')
    expect(categories).toHaveLength(19)
    expect(categories.flatMap(appleCategoryChoices)).toHaveLength(91)
  })

  test.each([
    ['News', undefined, true],
    ['News', 'Tech News', true],
    ['Religion & Spirituality', 'Religion', true],
    ['Technology', undefined, true],
    ['Technology', 'Tech News', false],
    ['news', undefined, false],
    ['News', 'tech news', false],
    ['Games & Hobbies', undefined, false],
    ['Leisure', 'Games', true],
    ['constructor', undefined, false],
    ['__proto__', undefined, false]
  ])('%s with subcategory %s: %s', (category, subcategory, expected) => {
    expect(isAppleCategory(category, subcategory)).toBe(expected)
  })
})

describe('how often a show appears', () => {
  test.each([
    ['0 6 * * *', 'Every day', 'FREQ=DAILY'],
    ['30 18 * * 0-6', 'Every day', 'FREQ=DAILY'],
    ['0 6 * * MON-WED', 'Every Monday, Tuesday, Wednesday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE'],
    ['0 6 * * 0,6', 'Every Saturday, Sunday', 'FREQ=WEEKLY;BYDAY=SA,SU'],
    ['0 6 * * 5-7', 'Every Friday, Saturday, Sunday', 'FREQ=WEEKLY;BYDAY=FR,SA,SU'],
    ['0 6,18 * * *', 'Twice every day', 'FREQ=DAILY;BYHOUR=6,18;BYMINUTE=0'],
    ['30 6-18/4 * * *', '4 times every day', 'FREQ=DAILY;BYHOUR=6,10,14,18;BYMINUTE=30'],
    ['0 7,17 * * 1', 'Twice every Monday', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=7,17;BYMINUTE=0'],
    ['0,30 7 * * 6', 'Twice every Saturday', 'FREQ=WEEKLY;BYDAY=SA;BYHOUR=7;BYMINUTE=0,30'],
    ['0 * * * *', 'Every hour', 'FREQ=HOURLY'],
    ['*/30 * * * *', 'Twice every hour', 'FREQ=HOURLY;BYMINUTE=0,30'],
    ['0 6 1,15 * *', 'Every month on day 1, 15', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['0 6,18 1 * *', 'Every month on day 1, twice a day', 'FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=6,18;BYMINUTE=0']
  ])('%s is told as %s', (schedule, display, rrule) => {
    expect(updateFrequency(schedule)).toEqual({ display, rrule })
  })

  test.each([
    undefined,
    '',
    'every morning',
    '0 0 6 * * *',
    '0 6 1 * 1',
    '0 6 L * *',
    '0 6 * * 5L',
    '0 6 * 1 *',
    '0 6,18 1-30 * *',
    '0 6 * * 1#2',
    '0 6 * * 5-1'
  ])('Of %s nothing is told', schedule => {
    expect(updateFrequency(schedule)).toBeNull()
  })
})
