import decodeQR from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../../src/server/page/place-of.ts'
import { qrCode } from '../../src/server/page/qr-code.ts'
import { turnsSaid } from '../../src/server/page/read/turns-said.ts'
import { safeLink } from '../../src/server/page/safe-link.ts'
import { subscribeLinks } from '../../src/server/page/subscribe-links.ts'
import { clockText } from '../../src/server/page/views/time-text.ts'
import { planSentences } from '../../src/stages/publish/plan-sentences.ts'
import { exampleMaster, exampleRundown, exampleScript } from '../helpers/publish-example.ts'

const FEED = 'https://pods.example:8443/l/Zm9v/shows/morning-brief/feed.xml'

const sentences = planSentences(exampleScript, exampleMaster).map(({ host, text, startMs, endMs }) => ({
  speaker: host,
  body: text,
  startTime: startMs / 1000,
  endTime: endMs / 1000
}))

test('every app gets the feed in its own words', () => {
  expect(subscribeLinks(FEED)).toEqual([
    { app: 'Apple Podcasts', href: 'podcast://pods.example:8443/l/Zm9v/shows/morning-brief/feed.xml' },
    {
      app: 'Overcast',
      href: 'overcast://x-callback-url/add?url=https%3A%2F%2Fpods.example%3A8443%2Fl%2FZm9v%2Fshows%2Fmorning-brief%2Ffeed.xml'
    },
    { app: 'Pocket Casts', href: 'pktc://subscribe/pods.example:8443/l/Zm9v/shows/morning-brief/feed.xml' },
    {
      app: 'AntennaPod',
      href: 'antennapod-subscribe://pods.example:8443/l/Zm9v/shows/morning-brief/feed.xml'
    }
  ])
})

describe('the QR code', () => {
  /** What a camera would see of the path. */
  function photograph({ size, path }: NonNullable<ReturnType<typeof qrCode>>, scale = 8) {
    const width = size * scale
    const data = new Uint8Array(width * width * 4).fill(255)
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
        for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1)
          data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    return { width, height: width, data }
  }

  test('reads as the address of the feed', () => {
    const code = qrCode(FEED)
    expect(code && decodeQR(photograph(code))).toBe(FEED)
  })

  test('is left out where the address is too long for one', () => {
    expect(qrCode(`https://pods.example/${'x'.repeat(4000)}`)).toBeNull()
  })
})

describe('the turns of a transcript', () => {
  test('have the sources that they rest on', () => {
    const turns = turnsSaid(sentences, exampleScript, exampleRundown)
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Ava', 'Ben', 'Ava'])
    expect(turns.map(turn => turn.sentences.length)).toEqual([2, 2, 1])
    expect(turns.map(turn => turn.sources.map(({ outlet }) => outlet))).toEqual([
      [],
      ['Example News', 'Other Post'],
      ['Bücher & Co']
    ])
  })

  test('two of one host after each other stay two', () => {
    const [first, ...others] = exampleScript.turns
    if (first === undefined) throw new Error('the example has no turn')
    const halves = [
      { ...first, text: 'Good morning.' },
      { ...first, id: 't99', text: 'This programme is made by AI.' }
    ]
    const script = { ...exampleScript, turns: [...halves, ...others] }
    const turns = turnsSaid(sentences, script, exampleRundown)
    expect(turns.map(turn => turn.sentences.length)).toEqual([1, 1, 2, 1])
  })

  test('have no sources from where the script says something else than was heard', () => {
    const turns = exampleScript.turns.map(turn =>
      turn.id === 't02' ? { ...turn, text: 'Something else.' } : turn
    )
    const said = turnsSaid(sentences, { ...exampleScript, turns }, exampleRundown)
    expect(said.map(({ speaker }) => speaker)).toEqual(['Ava', 'Ben', 'Ava'])
    expect(said.flatMap(({ sources }) => sources)).toEqual([])
  })

  test('are told apart by their speakers where there is no script', () => {
    expect(turnsSaid(sentences, null, null).map(turn => turn.sentences.length)).toEqual([2, 2, 1])
  })
})

test.each([
  ['https://a.example/x?y=1&z=2', 'https://a.example/x?y=1&z=2'],
  ['HTTP://A.example', 'http://a.example/'],
  ['javascript:alert(1)', null],
  ['https://u:p@a.example/', null],
  ['/relative', null],
  [null, null],
  [`https://a.example/${'x'.repeat(2000)}`, null]
])('a reader is sent from %s to %s', (address, link) => {
  expect(safeLink(address)).toBe(link)
})

test.each([
  ['/', '/', '', './'],
  ['/l/tok/', '/', '/l/tok', './'],
  ['/l/tok', '/', '/l/tok', './tok/'],
  ['/shows/a', '/shows/a', '', '../'],
  ['/l/tok/shows/a/', '/shows/a/', '/l/tok', '../../'],
  ['/shows/a/episodes/b', '/shows/a/episodes/b', '', '../../../']
])('%s is the page %s under "%s"', (path, own, before, root) => {
  expect(placeOf(path, own)).toEqual({ before: before.replace(/\/$/, ''), root })
})

test.each([
  [0, '0:00'],
  [39.604, '0:39'],
  [613.36, '10:13'],
  [3700, '1:01:40']
])('%s seconds are %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text)
})
