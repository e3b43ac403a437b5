import { expect, test } from 'vitest'
import { episodeGuid } from '../../src/stages/publish/episode-guid.ts'
import { podcastGuid } from '../../src/stages/publish/podcast-guid.ts'
import { uuidV5 } from '../../src/stages/publish/uuid-v5.ts'

test('A name in the DNS namespace has the UUID of RFC 9562, appendix A.4', () => {
  expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2'
  )
})

test.each([
  ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['http://mp3s.nashownotes.com/pc20rss.xml//', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ['https://podnews.net/rss/', '9b024349-ccf0-5f69-a609-6b82873eab3c']
])('podcast:guid of %s is the one in the specification', (url, guid) => {
  expect(podcastGuid(url)).toBe(guid)
})

test('An episode keeps its guid for ever', () => {
  expect(episodeGuid({ show: 'morning-brief', episode: '2026-11-22' })).toBe(
    '4de1ca21-209f-5aa1-bcfe-80891de771e0'
  )
})

test('Every episode of every show has its own guid', () => {
  const guids = ['a', 'b'].flatMap(show =>
    ['2026-11-22', '2026-11-22-2', '2026-11-23'].map(episode => episodeGuid({ show, episode }))
  )
  expect(new Set(guids).size).toBe(6)
})
