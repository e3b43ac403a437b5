import { describe, expect, test } from 'vitest'
import { episodeSchema } from '../../src/domain/episode.ts'
import { buildNotes } from '../../src/stages/publish/build-notes.ts'
import { buildSummary } from '../../src/stages/publish/build-summary.ts'
import { buildTitle } from '../../src/stages/publish/build-title.ts'
import { publishEpisode } from '../../src/stages/publish/publish-episode.ts'
import {
  exampleEpisode,
  exampleInput,
  exampleMaster,
  exampleRequest,
  exampleScript
} from '../helpers/publish-example.ts'

const publish = () => publishEpisode(exampleInput)

describe('episode.json', () => {
  test('It is what the schema asks for, once its input is hashed', () => {
    const { episode } = publish()
    expect(episodeSchema.parse({ ...episode, inputHash: 'x' })).toMatchObject({
      show: 'morning-brief',
      episode: '2026-11-22',
      title: 'Ice on Mars, and a library reopens',
      summary:
        'Ava and Ben tell 2 stories from 3 sources. This episode is made by AI: software chose, wrote and voiced its stories, from the sources listed.',
      publishedAt: '2026-11-22T06:00:00.000Z',
      hosts: ['Ava', 'Ben'],
      durationSeconds: 21.25,
      bytes: 340_123,
      writer: 'builtin',
      speech: 'flite',
      turns: 3
    })
  })

  test('Stories list the items that their turns rest on, and only addresses that may be linked', () => {
    expect(publish().episode.stories).toEqual([
      {
        title: 'Rover finds <ice> on Mars',
        startSeconds: 3.8,
        sources: [
          {
            outlet: 'Example News',
            title: 'Rover finds <ice> on Mars',
            url: 'https://news.example/ice?a=1&b=2'
          },
          { outlet: 'Other Post', title: 'Ice on Mars', url: null }
        ]
      },
      {
        title: 'Library reopens',
        startSeconds: 16.5,
        sources: [
          {
            outlet: 'Bücher & Co',
            title: 'Library reopens',
            url: 'https://xn--bcher-kva.example/%C3%B6ffnung'
          }
        ]
      }
    ])
  })

  test('Where no turn names an item, all items of the story are its sources', () => {
    const turns = exampleScript.turns.map(turn => ({ ...turn, items: [] }))
    const { episode } = publishEpisode({ ...exampleInput, script: { ...exampleScript, turns } })
    expect(episode.stories.map(story => story.sources.length)).toEqual([3, 1])
  })

  test('Mixed again, at another time, it keeps its guid', () => {
    const again = publishEpisode({
      ...exampleInput,
      request: { ...exampleRequest, now: '2026-11-23T06:00:00Z' },
      master: { ...exampleMaster, sha256: 'other', bytes: 1 }
    })
    expect(again.episode.guid).toBe(publish().episode.guid)
    expect(again.episode.sha256).toBe('other')
  })

  test('A time that is none is refused with an example', () => {
    const request = { ...exampleRequest, now: 'yesterday' }
    expect(() => publishEpisode({ ...exampleInput, request })).toThrow(
      /"yesterday" is not a date: use ISO 8601/
    )
  })
})

test('The files are those that episode.json names, the audio apart', () => {
  const { episode, files } = publish()
  const { audio: _audio, ...written } = episode.files
  expect(Object.keys(files).toSorted()).toEqual(Object.values(written).toSorted())
  expect(files['transcript.vtt']).toContain('<v Ben>A rover has found ice')
  expect(files['transcript.srt']).toContain('Ben: A rover')
  expect(JSON.parse(files['transcript.json'] ?? '')).toMatchObject({ version: '1.0.0' })
})

describe('chapters', () => {
  test('They ascend from 0 and link to the lead item of their story', () => {
    expect(JSON.parse(publish().files['chapters.json'] ?? '')).toEqual({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'Welcome' },
        { startTime: 3.8, title: 'Rover finds <ice> on Mars', url: 'https://news.example/ice?a=1&b=2' },
        { startTime: 16.5, title: 'Library reopens', url: 'https://xn--bcher-kva.example/%C3%B6ffnung' }
      ]
    })
  })

  test('Chapters out of order are sorted, and of two at one time one stays', () => {
    const [open, ice, library] = exampleMaster.chapters
    const chapters = [library!, ice!, { ...ice!, title: 'Twice' }, open!]
    const { files } = publishEpisode({ ...exampleInput, master: { ...exampleMaster, chapters } })
    const written = JSON.parse(files['chapters.json'] ?? '') as { chapters: { title: string }[] }
    expect(written.chapters.map(({ title }) => title)).toEqual([
      'Welcome',
      'Rover finds <ice> on Mars',
      'Library reopens'
    ])
  })
})

describe('title', () => {
  const stories = ["Microsoft's first in-house models", "Starship's tenth flight", 'Rates hold']
  const built = "Microsoft's first in-house models, Starship's tenth flight, and more"
  const long = 'A headline that goes on about many things at once without ever coming to its end'
  test.each([
    ['Three lead stories', stories, 'Three lead stories'],
    ['Morning Brief: rates hold', stories, built],
    ['morning brief', stories, built],
    ['Episode 12', stories, built],
    ['Ep. 7 – Rates', stories, built],
    ['#12: Rates', stories, built],
    ['2026-11-22', stories, built],
    ['8 planets in a row', stories, '8 planets in a row'],
    ['', stories, built],
    ['x'.repeat(121), stories, built],
    ['', stories.slice(0, 1), "Microsoft's first in-house models"],
    ['', stories.slice(0, 2), "Microsoft's first in-house models; Starship's tenth flight"],
    ['', ['Ice, of all things.', 'Rates', 'More'], 'Ice, of all things; Rates; and more'],
    ['', [long, long, long], `${long}, and more`],
    ['Episode 12', [], 'Episode 12']
  ])('Written %j over the stories %j it is %j', (written, titles, expected) => {
    expect(buildTitle(written, titles, 'Morning Brief')).toBe(expected)
  })

  test('A headline of 200 characters is cut at a word', () => {
    const title = buildTitle('', [`${long} ${long} ${long}`], 'Morning Brief')
    expect(title).toMatch(/ [a-z]+…$/)
    expect(title.length).toBeLessThanOrEqual(120)
  })
})

test('The summary counts in the singular too, and says that the episode is made by AI', () => {
  expect(buildSummary(['Ava', 'Ben'], exampleEpisode.stories.slice(0, 1))).toMatch(
    /^Ava and Ben tell 1 story from 2 sources\. This episode is made by AI: .*\.$/
  )
})

test.each([
  [['Ava'], 'feeds', /^Ava tells 1 story from 2 sources\./],
  [['Ava', 'Ben', 'Cy'], 'feeds', /^Ava, Ben and Cy tell 1 story/],
  [['Ava'], 'text', /^Ava reads a text\. This episode is made by AI: its voices are synthetic\.$/],
  [['Ava', 'Ben'], 'text', /^Ava and Ben read a text\./],
  [
    ['Ava', 'Ben'],
    'topic',
    /^Ava and Ben tell something that was made up .*made by AI: software wrote and voiced it\.$/
  ]
] as const)('The summary of %j who tell of %s', (hosts, source, summary) => {
  expect(buildSummary([...hosts], exampleEpisode.stories.slice(0, 1), source)).toMatch(summary)
})

describe('notes', () => {
  test('They say that the episode is made by AI and link its sources', () => {
    expect(buildNotes(exampleEpisode)).toBe(`<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Ice on Mars, and a library reopens</title>
<h1>Ice on Mars, and a library reopens</h1>
<p>This episode is made by AI: software chose, wrote and voiced its stories, from the sources listed.</p>
<section>
<h2>Rover finds &lt;ice&gt; on Mars</h2>
<ul>
<li>Example News: <a href="https://news.example/ice?a=1&amp;b=2">Rover finds &lt;ice&gt; on Mars</a></li>
<li>Other Post: Ice on Mars</li>
</ul>
</section>
</html>
`)
  })

  test('Markup and addresses that a feed smuggles in do nothing', () => {
    const source = {
      outlet: '"><img src=x onerror=alert(1)>',
      title: '</a><script>alert(1)</script>',
      url: 'https://news.example/"><script>'
    }
    const stories = [
      { title: "</section>'", startSeconds: 1, sources: [source, { ...source, url: 'javascript:x' }] }
    ]
    const html = buildNotes({ title: '</title>\u202e', language: '"x', stories })
    const tags = [...html.matchAll(/<\/?([a-z1-9]+)/g)].map(match => match[1])
    expect(new Set(tags)).toEqual(
      new Set(['html', 'meta', 'title', 'h1', 'h2', 'p', 'section', 'ul', 'li', 'a'])
    )
    expect([...html.matchAll(/href="([^"]*)"/g)].map(match => match[1])).toEqual([
      'https://news.example/%22%3E%3Cscript%3E'
    ])
    expect(html).not.toContain('\u202e')
  })
})
