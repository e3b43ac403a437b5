import { describe, expect, test } from 'vitest'
import { outletName } from '../../src/stages/fetch/outlet-name.ts'
import { htmlToPlain, titleToPlain } from '../../src/stages/fetch/html-to-plain.ts'
import { parseDate } from '../../src/stages/fetch/parse-date.ts'
import { substanceOf } from '../../src/stages/fetch/substance-of.ts'

describe('the name of an outlet', () => {
  test.each([
    ['BBC News - Home', 'https://feeds.bbci.co.uk/news/rss.xml', 'BBC News'],
    ['World news | The Guardian', 'https://www.theguardian.com/world/rss', 'The Guardian'],
    ['NYT > Science', 'https://rss.nytimes.com/x.xml', 'NYT'],
    ['NYT > Top Stories', 'https://rss.nytimes.com/x.xml', 'NYT'],
    ['CNN.com - Top Stories', 'http://rss.cnn.com/rss/cnn_topstories.rss', 'CNN'],
    ['Ars Technica - All content', 'https://feeds.arstechnica.com/arstechnica/index', 'Ars Technica'],
    ['Ars Technica', 'https://feeds.arstechnica.com/arstechnica/index', 'Ars Technica'],
    ['The Register - Science', 'https://www.theregister.com/science/headlines.atom', 'The Register'],
    [
      'Al Jazeera – Breaking News, World News and Video from Al Jazeera',
      'https://www.aljazeera.com/xml/rss/all.xml',
      'Al Jazeera'
    ],
    ['NPR Topics: News', 'https://feeds.npr.org/1001/rss.xml', 'NPR'],
    ['Technology | Reuters', 'https://reuters.example/feed', 'Reuters'],
    ['The Verge -  All Posts', 'https://www.theverge.com/rss/index.xml', 'The Verge'],
    ['Yahoo News - Latest News & Headlines', 'https://news.yahoo.com/rss/', 'Yahoo News'],
    [
      'Wellness: Health, Fitness, Nutrition & More - The Washington Post',
      'https://x.example/',
      'The Washington Post'
    ],
    ['All TPM News', 'https://talkingpointsmemo.com/feed', 'TPM News'],
    ['Hacker News', 'https://news.ycombinator.com/rss', 'Hacker News'],
    ['WIRED', 'https://www.wired.com/feed/rss', 'WIRED'],
    ['Deutsche Welle: DW.com - Environment', 'https://rss.dw.com/x', 'Deutsche Welle'],
    ['Rock, Paper, Shotgun', 'https://www.rockpapershotgun.com/feed', 'Rock, Paper, Shotgun'],
    ['Top stories', 'https://www.theregister.co.uk/feed', 'theregister'],
    ['', 'https://www.example.com/feed', 'example'],
    ['', 'file:///samples/feed.xml', 'an unnamed source'],
    ['The Local', 'http://127.0.0.1:8080/feed', 'The Local'],
    ['News', 'http://[fd00::7]/feed', 'News'],
    ['', 'http://192.168.1.7/feed', 'an unnamed source']
  ])('of %j at %s is %s', (title, url, name) => {
    expect(outletName(undefined, title, url)).toBe(name)
  })

  test('is the configured one where there is one', () => {
    expect(outletName('The Bay', 'BBC News - Home', 'https://bbc.example/')).toBe('The Bay')
  })
})

describe('dates', () => {
  test.each([
    ['Thu, 28 Aug 2025 10:00:00 GMT', '2025-08-28T10:00:00.000Z'],
    ['Thu, 28 Aug 2025 10:00:00 +0200', '2025-08-28T08:00:00.000Z'],
    ['28 Aug 2025 10:00 EST', '2025-08-28T15:00:00.000Z'],
    ['Thu, 28 Aug 2025 10:00:00 BST', '2025-08-28T09:00:00.000Z'],
    ['Thu, 28 Aug 2025 10:00:00 CEST', '2025-08-28T08:00:00.000Z'],
    ['Thursday, 28 August 2025 10:00:00', '2025-08-28T10:00:00.000Z'],
    ['Thu, Aug 28 2025 02:02:33 PM', '2025-08-28T14:02:33.000Z'],
    ['03 Apr 02 1500 GMT', '2002-04-03T15:00:00.000Z'],
    ['2025-08-28', '2025-08-28T00:00:00.000Z'],
    ['2025-08-28T10:00:00', '2025-08-28T10:00:00.000Z'],
    ['2025-08-28 10:00:00', '2025-08-28T10:00:00.000Z'],
    ['2025-08-28T10:00:00.123-04:00', '2025-08-28T14:00:00.123Z'],
    [' 2025-08-28T10:00Z ', '2025-08-28T10:00:00.000Z'],
    ['yesterday', null],
    ['Thu, 32 Aug 2025 10:00:00 GMT', null],
    ['1 Jan 1970 00:00:00 GMT', null],
    ['9999-12-31T00:00:00Z', null],
    ['', null],
    [null, null]
  ])('%j is %j, wherever the machine stands', (text, date) => {
    const zone = process.env.TZ
    for (const place of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
      process.env.TZ = place
      expect(parseDate(text)).toBe(date)
    }
    process.env.TZ = zone ?? ''
    if (zone === undefined) delete process.env.TZ
  })
})

describe('substance', () => {
  const long = Array.from(
    { length: 12 },
    (_, at) => `In year ${at} the harbour handled more ships than ever before, the port said.`
  )

  test.each([
    ['nothing', '', 'headline'],
    ['a short sentence', 'The harbour is open.', 'headline'],
    [
      'a sentence that says the title again',
      'The harbour reopens after a storm, the harbour reopens after the storm.',
      'headline'
    ],
    [
      'one whole sentence of 12 words',
      'Ships had waited outside the bay since Friday, when winds reached record speed.',
      'summary'
    ],
    [
      'short sentences that add up',
      'Ships had waited since Friday. Winds reached record speed then. Two cranes fell over. Nobody was hurt. The port lost ten million dollars. Work goes on.',
      'summary'
    ],
    ['120 words and more', long.join(' '), 'full']
  ])('of %s is judged right', (_what, text, substance) => {
    expect(substanceOf('Harbour reopens after storm', text)).toBe(substance)
  })
})

describe('the sounds of words', () => {
  test.each([
    ['[Smith](/ˈfuːl/) won.', 'Smith won.'],
    ['<p>They met [in Kyiv](/ɪn ˈmɒskaʊ/) on Monday.</p>', 'They met in Kyiv on Monday.']
  ])('are not for a feed to give: %s', (text, plain) => {
    expect([htmlToPlain(text), titleToPlain(text)]).toEqual([plain, plain])
  })
})
