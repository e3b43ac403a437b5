import { expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import { toldStories } from '../../src/workers/told-stories.ts'
import { makeItem, makeRundown, makeStory, show } from '../fixtures/write/make-story.ts'

const HEARD = makeStory([makeItem('heard-a'), makeItem('heard-b')], { id: 'heard', title: 'A bridge opens' })
const RESERVE = makeStory([makeItem('reserve')], { id: 'reserve', title: 'A road closes' })

const requestOf = (episode: string, now: string): EpisodeRequest => ({
  show,
  episode,
  date: episode,
  now,
  writer: 'builtin',
  speech: 'flite',
  publicUrl: 'https://news.example.org',
  allowPrivateAddresses: false,
  skipTold: true
})

const script = {
  inputHash: 'x',
  title: 'The Morning Brief',
  language: 'en-us',
  writer: 'builtin',
  segments: [{ id: 's1', kind: 'story', title: 'A bridge opens', story: 'heard' }],
  turns: [
    { id: 't01', host: 'Sarah', kind: 'lead', segment: 's1', text: 'A bridge opens.', items: ['heard-a'] }
  ]
}

interface Made {
  isPublished: boolean
  files?: Record<string, unknown>
}

async function makeEpisode(
  library: Library,
  episode: string,
  { isPublished, files = {} }: Made
): Promise<void> {
  const ref = { show: show.id, episode }
  const written = {
    'request.json': requestOf(episode, `${episode}T05:00:00.000Z`),
    'rundown.json': makeRundown([HEARD, RESERVE], episode),
    'script.json': script,
    ...files
  }
  for (const [name, value] of Object.entries(written)) await library.writeJson(ref, name, value)
  if (isPublished) await library.writeJson(ref, 'episode.json', {})
}

const ref = { show: show.id, episode: '2025-08-30' }
const now = new Date('2025-08-30T05:00:00.000Z')
const NOTHING = { ids: new Set<string>(), now }

test('the stories that published episodes told are those that were heard, with when their episode was made', async () => {
  const library = createMemoryLibrary()
  await makeEpisode(library, '2025-08-28', { isPublished: true })
  await makeEpisode(library, '2025-08-29', { isPublished: false })
  await makeEpisode(library, '2025-08-30', { isPublished: true })
  expect(await toldStories(library, ref, NOTHING)).toEqual([
    {
      episode: '2025-08-28',
      date: '2025-08-28',
      madeAt: '2025-08-28T05:00:00.000Z',
      title: 'A bridge opens',
      items: HEARD.items
    }
  ])
})

test('an episode whose request is lost counts as made at the end of its day', async () => {
  const library = createMemoryLibrary()
  await makeEpisode(library, '2025-08-28', { isPublished: true, files: { 'request.json': {} } })
  const [told] = await toldStories(library, ref, NOTHING)
  expect(told?.madeAt).toBe('2025-08-28T23:59:59.999Z')
})

test.each(['rundown.json', 'script.json'])('an episode whose %s cannot be read told nothing', async name => {
  const library = createMemoryLibrary()
  await makeEpisode(library, '2025-08-28', { isPublished: true, files: { [name]: { broken: true } } })
  expect(await toldStories(library, ref, NOTHING)).toEqual([])
})

test.each([
  ['an item of which a feed still has', ['heard-b'], ['A bridge opens']],
  ['items that no feed has any more', ['another'], []],
  ['only what was not heard of it', ['reserve'], []]
])('of an old episode, stories count that were told from %s', async (_what, ids, titles) => {
  const library = createMemoryLibrary()
  await makeEpisode(library, '2024-08-28', { isPublished: true })
  const told = await toldStories(library, ref, { ids: new Set(ids), now })
  expect(told.map(({ title }) => title)).toEqual(titles)
})
