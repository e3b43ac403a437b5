import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { describe, expect, test } from 'vitest'
import { episodeRequestSchema, episodeSchema } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import { isPublished } from '../../src/jobs/episode-desk.ts'
import { episodeGuid } from '../../src/stages/publish/episode-guid.ts'
import { podcastGuid } from '../../src/stages/publish/podcast-guid.ts'
import type { JobRequest } from '../../src/jobs/queue/job-queue.ts'
import { mixEpisodeOf, nobodyTold, publishAgain, refOf, SHOW, type Wish } from '../helpers/publishing.ts'

async function requestOf(library: Library, episode: string) {
  const request = await library.readJson(refOf(episode), 'request.json', episodeRequestSchema)
  if (request === null) throw new Error(`no request.json of ${episode}`)
  return request
}

async function publish(library: Library, episode: string, wish: Wish = {}) {
  await mixEpisodeOf(library, episode, wish)
  return publishAgain(library, await requestOf(library, episode))
}

async function fileOf(library: Library, name: string): Promise<string> {
  const bytes = await library.readShowFile(SHOW, name)
  return bytes === null ? '' : new TextDecoder().decode(bytes)
}

const listedIn = (xml: string) =>
  [...xml.matchAll(/episodes\/([0-9-]+)\/[^"/]*\.mp3/g)].map(([, episode]) => episode)

const listed = async (library: Library) => listedIn(await fileOf(library, 'feed.xml'))

const removedAt = async (library: Library, episode: string) =>
  (await library.readJson(refOf(episode), 'episode.json', episodeSchema))?.audioRemovedAt

const DAYS = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'] as const

describe('podcast:guid', () => {
  const guidIn = async (library: Library) =>
    /<podcast:guid>([^<]*)</.exec(await fileOf(library, 'feed.xml'))?.[1]
  const given = podcastGuid(`pods.example/library/shows/${SHOW}/feed.xml`)

  test('is not given while only this machine can use the address', async () => {
    const library = createMemoryLibrary()
    await publish(library, '2026-11-21', { publicUrl: 'http://localhost:7474' })
    expect([await guidIn(library), await library.readShowFile(SHOW, 'identity.json')]).toEqual([
      undefined,
      null
    ])
  })

  test('is given with the first address that others can use, and kept when the feed moves', async () => {
    const library = createMemoryLibrary()
    const seen: unknown[] = []
    for (const publicUrl of [
      'http://localhost:7474',
      'https://pods.example/library',
      'https://moved.example',
      'http://localhost:7474'
    ]) {
      await publish(library, '2026-11-21', { publicUrl })
      seen.push(await guidIn(library))
    }
    expect(seen).toEqual([undefined, given, given, given])
    expect(JSON.parse(await fileOf(library, 'identity.json'))).toEqual({
      podcastGuid: given,
      feedUrl: `https://pods.example/library/shows/${SHOW}/feed.xml`
    })
  })

  test('of an address at home is given as well', async () => {
    const library = createMemoryLibrary()
    await publish(library, '2026-11-21', { publicUrl: 'http://192.168.1.5:7474' })
    expect(await guidIn(library)).toBe(podcastGuid(`192.168.1.5:7474/shows/${SHOW}/feed.xml`))
  })

  test.each(['', '{"podcastGuid": "917393e3', '[]', '{"podcastGuid": "mine", "feedUrl": ""}'])(
    'is never given anew where identity.json holds %j: the job fails and says what to do',
    async broken => {
      const library = createMemoryLibrary()
      await library.writeShowFile(SHOW, 'identity.json', broken)
      await expect(publish(library, '2026-11-21')).rejects.toThrow(
        /identity\.json holds the guid that podcast apps know the show by, and cannot be read[^]*Put back what it held/
      )
      expect(await fileOf(library, 'identity.json')).toBe(broken)
      expect(await library.readShowFile(SHOW, 'feed.xml')).toBeNull()
    }
  )
})

describe('the feed', () => {
  test('tells when it was built, and stays as it is where nothing else would change', async () => {
    const library = createMemoryLibrary()
    const before = Math.floor(Date.now() / 1000) * 1000
    await publish(library, '2026-11-22')
    const first = await fileOf(library, 'feed.xml')
    const builtAt = Date.parse(/<lastBuildDate>([^<]*)</.exec(first)?.[1] ?? '')
    expect(builtAt).toBeGreaterThanOrEqual(before)
    await library.writeShowFile(
      SHOW,
      'feed.xml',
      first.replace(/<lastBuildDate>[^<]*/, '<lastBuildDate>Sun, 01 Nov 2026 06:00:00 GMT')
    )
    expect((await publishAgain(library, await requestOf(library, '2026-11-22'))).skipped).toBe(true)
    expect(await fileOf(library, 'feed.xml')).toContain('Sun, 01 Nov 2026 06:00:00 GMT')
    await publish(library, '2026-11-23')
    expect(await fileOf(library, 'feed.xml')).not.toContain('Sun, 01 Nov 2026')
  })

  test('loses the pages that it does not need any more, and leaves every other file', async () => {
    const library = createMemoryLibrary()
    for (const name of ['feed-2.xml', 'feed-3.xml', 'feed-3.xml.bak', 'cover.jpg'])
      await library.writeShowFile(SHOW, name, 'old')
    await publish(library, '2026-11-22')
    expect(await library.showFiles(SHOW)).toEqual([
      'cover.jpg',
      'feed-3.xml.bak',
      'feed.xml',
      'identity.json'
    ])
  })

  test('is written with its last page first', async () => {
    const library = createMemoryLibrary()
    await publish(library, '2026-11-22')
    const told = await library.readJson(refOf('2026-11-22'), 'episode.json', episodeSchema)
    for (let day = 0; day < 100; day += 1) {
      const publishedAt = new Date(Date.UTC(2026, 0, 1 + day, 6)).toISOString()
      const episode = publishedAt.slice(0, 10)
      await library.writeJson(refOf(episode), 'episode.json', { ...told, episode, publishedAt })
    }
    const written: string[] = []
    const watched: Library = {
      ...library,
      writeShowFile: async (show, name, data) => {
        written.push(name)
        await library.writeShowFile(show, name, data)
      }
    }
    await publishAgain(watched, await requestOf(library, '2026-11-22'))
    expect(written).toEqual(['feed-2.xml', 'feed.xml'])
    expect(listedIn(await fileOf(library, 'feed-2.xml'))).toEqual(['2026-01-01'])
  })

  test('speaks of the show as its newest episode does when an old one is made again', async () => {
    const library = createMemoryLibrary()
    await publish(library, '2026-11-21', { show: { title: 'Old Name', keep: 1 } })
    for (const day of ['2026-11-22', '2026-11-23'])
      await publish(library, day, { show: { title: 'New Name' } })
    await publishAgain(library, await requestOf(library, '2026-11-21'))
    expect(await fileOf(library, 'feed.xml')).toContain('<title>New Name</title>')
    expect(await listed(library)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21'])
  })

  test('is not told of an episode whose audio is not there', async () => {
    const library = createMemoryLibrary()
    await mixEpisodeOf(library, '2026-11-22')
    await library.remove(refOf('2026-11-22'), 'episode.mp3')
    await expect(publishAgain(library, await requestOf(library, '2026-11-22'))).rejects.toThrow(
      /has no episode\.mp3; make it again: duologue render morning-brief 2026-11-22/
    )
    expect(await library.has(refOf('2026-11-22'), 'episode.json')).toBe(false)
  })
})

describe('keep', () => {
  const four = async (wish: Wish) => {
    const library = createMemoryLibrary()
    let facts: unknown
    for (const day of DAYS) facts = (await publish(library, day, wish)).facts
    return { library, facts }
  }

  test('removes nothing where it is left out', async () => {
    const { library, facts } = await four({})
    expect(await listed(library)).toEqual(DAYS.toReversed())
    expect(facts).not.toHaveProperty('retention')
  })

  test('removes the audio of all but the newest, and nothing else of them', async () => {
    const { library, facts } = await four({ show: { keep: 2 } })
    expect(await listed(library)).toEqual(['2026-11-22', '2026-11-21'])
    expect(facts).toMatchObject({ retention: { removed: 1, takesRemoved: 0, failed: 0 } })
    for (const episode of DAYS.slice(0, 2)) {
      const ref = refOf(episode)
      const told = await library.readJson(ref, 'episode.json', episodeSchema)
      expect(told?.guid).toBe(episodeGuid(ref))
      expect(Date.parse(told?.audioRemovedAt ?? '')).not.toBeNaN()
      expect([await library.has(ref, 'episode.mp3'), await isPublished(library, ref)]).toEqual([false, false])
      for (const file of [
        'transcript.vtt',
        'transcript.srt',
        'transcript.json',
        'notes.html',
        'chapters.json'
      ])
        expect(await library.has(ref, file)).toBe(true)
    }
  })

  test('removes the audio only when the feed without it is written', async () => {
    const library = createMemoryLibrary()
    for (const day of DAYS.slice(0, 2)) await publish(library, day)
    const steps: unknown[] = []
    const watched: Library = {
      ...library,
      writeJson: async (ref, name, value) => {
        if (ref.episode === DAYS[0]) steps.push('marked')
        await library.writeJson(ref, name, value)
      },
      writeShowFile: async (show, name, data) => {
        await library.writeShowFile(show, name, data)
        if (name === 'feed.xml') steps.push(await listed(library))
      },
      remove: async (ref, name) => {
        steps.push(`${ref.episode} ${name}`)
        await library.remove(ref, name)
      }
    }
    await mixEpisodeOf(library, DAYS[2], { show: { keep: 2 } })
    await publishAgain(watched, await requestOf(library, DAYS[2]))
    expect(steps).toEqual(['marked', [DAYS[2], DAYS[1]], `${DAYS[0]} episode.mp3`])
  })

  test.each(['writeShowFile', 'remove'] as const)('goes on where a process died in %s', async step => {
    const library = createMemoryLibrary()
    for (const day of DAYS.slice(0, 3)) await publish(library, day)
    const dying: Library = { ...library, [step]: () => Promise.reject(new Error('died')) }
    await mixEpisodeOf(library, DAYS[3], { show: { keep: 2 } })
    const request = await requestOf(library, DAYS[3])
    await publishAgain(dying, request).catch(() => undefined)
    await publishAgain(library, request)
    expect(await listed(library)).toEqual([DAYS[3], DAYS[2]])
    const audio = await Promise.all(DAYS.map(day => library.has(refOf(day), 'episode.mp3')))
    expect(audio).toEqual([false, false, true, true])
  })

  test.each([
    ['remove', { removed: 0, takesRemoved: 0, failed: 1, reason: 'EACCES' }, [DAYS[1]]],
    ['writeJson', { removed: 0, takesRemoved: 0, failed: 1, reason: 'EACCES' }, [DAYS[1], DAYS[0]]]
  ] as const)(
    'tells of a fault of %s in the report, and publishes all the same',
    async (name, told, left) => {
      const library = createMemoryLibrary()
      await publish(library, DAYS[0])
      await publish(library, DAYS[1], { show: { keep: 1 } })
      await library.writeFile(refOf(DAYS[0]), 'episode.mp3', 'sound')
      await library.writeJson(refOf(DAYS[0]), 'episode.json', {
        ...(await library.readJson(refOf(DAYS[0]), 'episode.json', episodeSchema)),
        audioRemovedAt: undefined
      })
      const failing: Library = { ...library, [name]: () => Promise.reject(new Error('EACCES')) }
      const { facts } = await publishAgain(failing, await requestOf(library, DAYS[1]))
      expect(facts).toMatchObject({ retention: told })
      expect(await listed(library)).toEqual(left)
    }
  )

  test('an episode that is made again is as it was, until the next one is published', async () => {
    const { library } = await four({ show: { keep: 2 } })
    const request = await requestOf(library, DAYS[0])
    const inFeed = async () => listed(library)
    await new Promise(resolve => setTimeout(resolve, 5))
    await library.writeFile(refOf(DAYS[0]), 'episode.mp3', 'sound again')

    await publishAgain(library, await requestOf(library, DAYS[3]))
    expect([await inFeed(), await library.has(refOf(DAYS[0]), 'episode.mp3')]).toEqual([
      [DAYS[3], DAYS[2]],
      true
    ])

    expect((await publishAgain(library, request)).skipped).toBe(false)
    const told = await library.readJson(refOf(DAYS[0]), 'episode.json', episodeSchema)
    expect([told?.guid, told?.audioRemovedAt, told?.publishedAt]).toEqual([
      episodeGuid(refOf(DAYS[0])),
      undefined,
      '2026-11-19T06:00:00.000Z'
    ])
    expect(await inFeed()).toEqual([DAYS[3], DAYS[2], DAYS[0]])

    await publish(library, '2026-11-23', { show: { keep: 2 } })
    expect(await inFeed()).toEqual(['2026-11-23', DAYS[3]])
    expect(await removedAt(library, DAYS[0])).toBeDefined()
  })
})

describe('announcing', () => {
  const hub = 'https://hub.example/'
  const announcements = {
    ...nobodyTold,
    hubs: [hub],
    usesPodping: true,
    root: 'https://pods.example',
    announcers: [
      { name: 'websub-1', shows: [SHOW], announce: async () => {} },
      { name: 'webhook-2', shows: ['another'], announce: async () => {} }
    ]
  }

  test('is asked for when the feed is out, once for each who wants to know, also when the stage is repeated', async () => {
    const library = createMemoryLibrary()
    await mixEpisodeOf(library, '2026-11-21')
    const asked: JobRequest[] = []
    const request = await requestOf(library, '2026-11-21')
    await publishAgain(library, request, { announcements, asked })
    const again = await publishAgain(library, request, { announcements, asked })
    expect(again.skipped).toBe(true)
    expect(asked.map(({ stage, name }) => `${stage} ${name}`)).toEqual([
      'publish announce',
      'publish announce'
    ])
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
    expect(asked[0]?.data).toMatchObject({ target: 'websub-1', episode: '2026-11-21' })
    const feed = await fileOf(library, 'feed.xml')
    expect(feed).toContain(`<atom:link href="${hub}" rel="hub"/>`)
    expect(feed).toContain('<podcast:podping usesPodping="true"/>')
  })
})
