import { expect, test } from 'vitest'
import { tallyReadings } from '../../bench/feeds/tally-readings.ts'

const reading = (file: string, reference: number, found: number, error: string | null = null) => ({
  file,
  reference,
  found,
  error,
  seconds: found / 10
})

test('items are counted file by file, so that what one file has too many of makes up for no other', () => {
  const tally = tallyReadings([
    reading('whole.xml', 10, 10),
    reading('more.xml', 1, 5),
    reading('lost.xml', 8, 6),
    reading('late.xml', 1, 0, 'reading the feed took longer than 5 s and was stopped'),
    reading('page.xml', 0, 0, 'this is a web page, not a feed; look for its feed address'),
    reading('page2.xml', 0, 0, 'this is a web page, not a feed; look for its feed address')
  ])
  expect(tally).toEqual({
    files: 6,
    referenceItems: 20,
    foundItems: 17,
    share: 0.85,
    filesWithMore: 1,
    errors: {
      'this is a web page, not a feed': 2,
      'reading the feed took longer than 5 s and was stopped': 1
    },
    killed: ['late.xml'],
    lost: [
      { file: 'lost.xml', found: 6, reference: 8, error: null },
      {
        file: 'late.xml',
        found: 0,
        reference: 1,
        error: 'reading the feed took longer than 5 s and was stopped'
      }
    ],
    slowestSeconds: 1
  })
})
