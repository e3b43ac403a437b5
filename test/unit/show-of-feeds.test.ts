import { expect, test } from 'vitest'
import { showOfFeeds } from '../../src/cli/episode-request.ts'
import { UsageError } from '../../src/cli/exit.ts'
import { showSchema, type Show } from '../../src/domain/show.ts'
import { sampleShow } from '../helpers/sample-show.ts'

const URLS = ['https://news.example.org/a.xml']
const hosts = ['A', 'B', 'C', 'D'].map(name => ({ name }))

test.each([
  [1, 'told by one host.'],
  [2, 'told by two hosts.'],
  [4, 'told by four hosts.']
])('a show on the spot says how many tell it: %i', (count, said) => {
  const show = showOfFeeds({ ...sampleShow, hosts: hosts.slice(0, count) }, URLS)
  expect(show.description).toContain(said)
  expect(show.format).toBe('brief')
})

test.each<[Partial<Show>, Show['format']]>([
  [{ format: 'story', feeds: [], text: 'A text.' }, 'brief'],
  [{ format: 'meditation', feeds: [], topic: 'Rain' }, 'brief'],
  [{ format: 'narration', feeds: [], text: 'A text.' }, 'narration'],
  [{ format: 'debate' }, 'debate']
])('it is made of its feeds, whatever the first show is made of: %j', (more, format) => {
  const show = showOfFeeds({ ...sampleShow, ...more }, URLS)
  expect(showSchema.parse(show)).toMatchObject({ format, feeds: [{ url: URLS[0] }] })
  expect(show.text).toBeUndefined()
  expect(show.topic).toBeUndefined()
})

test('an address that is none is refused', () => {
  expect(() => showOfFeeds(sampleShow, ['ftp://example.org'])).toThrow(UsageError)
})
