import type { Episode, EpisodeRequest } from '../../src/domain/episode.ts'
import type { Item } from '../../src/domain/feed.ts'
import type { Master } from '../../src/domain/master.ts'
import type { Rundown } from '../../src/domain/rundown.ts'
import type { Script, Turn } from '../../src/domain/script.ts'
import { showSchema, type Show } from '../../src/domain/show.ts'

export const exampleShow: Show = showSchema.parse({
  id: 'morning-brief',
  title: 'Morning Brief',
  description: 'What happened overnight & why it matters.',
  language: 'en-GB',
  author: 'The Desk',
  category: 'News',
  subcategory: 'Daily News',
  hosts: [
    { name: 'Ava', voice: 'slt' },
    { name: 'Ben', voice: 'rms' }
  ],
  feeds: [{ url: 'https://news.example/feed.xml' }],
  schedule: '0 6 * * 1-5',
  timeZone: 'Europe/London',
  minutes: 4,
  format: 'brief',
  stories: 5,
  music: true
})

export const exampleRequest: EpisodeRequest = {
  show: exampleShow,
  episode: '2026-11-22',
  date: '2026-11-22',
  now: '2026-11-22T06:00:00+00:00',
  writer: 'builtin',
  speech: 'flite',
  publicUrl: 'https://pods.example/library',
  allowPrivateAddresses: false,
  skipTold: false
}

export const item = (id: string, outlet: string, title: string, url: string | null): Item => ({
  id,
  feedId: outlet,
  outlet,
  title,
  url,
  publishedAt: '2026-11-21T20:00:00.000Z',
  topics: [],
  text: title,
  substance: 'full'
})

const story = (id: string, items: Item[]) => ({
  id,
  title: items[0]?.title ?? '',
  items,
  outlets: items.map(({ outlet }) => outlet),
  topic: null,
  score: 1,
  budgetSeconds: 40
})

export const exampleRundown: Rundown = {
  inputHash: 'r',
  show: 'morning-brief',
  episode: '2026-11-22',
  date: '2026-11-22',
  stories: [
    story('s1', [
      item('i1', 'Example News', 'Rover finds <ice> on Mars', 'https://news.example/ice?a=1&b=2'),
      item('i2', 'Other Post', 'Ice on Mars', 'javascript:alert(1)'),
      item('i3', 'Third Wire', 'Never used', 'https://third.example/')
    ]),
    story('s2', [item('i4', 'Bücher & Co', 'Library reopens', 'https://bücher.example/öffnung')])
  ],
  funnel: {
    feedsAsked: 1,
    feedsAnswered: 1,
    feedsFailed: [],
    itemsSeen: 4,
    itemsTold: 4,
    itemsHeadlineOnly: 0,
    itemsOld: 0,
    stories: 2,
    storiesChosen: 2,
    storiesLeftOut: []
  }
}

const turn = (id: string, host: string, segment: string, text: string, items: string[]): Turn => ({
  id,
  host,
  kind: segment === 'open' ? 'welcome' : 'lead',
  segment,
  text,
  items
})

export const exampleScript: Script = {
  inputHash: 's',
  title: 'Ice on Mars, and a library reopens',
  language: 'en-GB',
  writer: 'builtin',
  segments: [
    { id: 'open', kind: 'opening', title: 'Welcome', story: null },
    { id: 'g1', kind: 'story', title: 'Rover finds <ice> on Mars', story: 's1' },
    { id: 'g2', kind: 'story', title: 'Library reopens', story: 's2' }
  ],
  turns: [
    turn('t01', 'Ava', 'open', 'Good morning. This programme is made by AI.', []),
    turn(
      't02',
      'Ben',
      'g1',
      'A rover has found ice two metres below the floor of a crater, according to the team that drives it, and the layer is thicker than any model of the site had led them to expect. Is 3 < 4 & 5 > 2?',
      ['i1', 'i2']
    ),
    turn('t03', 'Ava', 'g2', 'The library is open again.', ['i4'])
  ]
}

const heard = (id: string, host: string, startMs: number, sentences: [string, number][]) => {
  let clock = startMs
  const spans = sentences.map(([text, ms]) => ({ text, startMs: clock, endMs: (clock += ms) }))
  return { turn: id, host, startMs, endMs: clock, spans }
}

export const exampleMaster: Master = {
  inputHash: 'm',
  durationMs: 21_250.4,
  bytes: 340_123,
  sha256: 'c0ffee',
  loudnessLufs: -16,
  truePeakDbtp: -1.5,
  heard: [
    heard('t01', 'Ava', 500.4, [
      ['Good morning.', 1000],
      ['This programme is made by AI.', 2000]
    ]),
    heard('t02', 'Ben', 4000, [
      [
        'A rover has found ice two metres below the floor of a crater, according to the team that drives it, and the layer is thicker than any model of the site had led them to expect.',
        10_000
      ],
      ['Is 3 < 4 & 5 > 2?', 2000]
    ]),
    heard('t03', 'Ava', 16_800, [['The library is open again.', 2500]])
  ],
  chapters: [
    { segment: 'open', title: 'Welcome', startMs: 120, endMs: 3800 },
    { segment: 'g1', title: 'Rover finds <ice> on Mars', startMs: 3800.26, endMs: 16_500 },
    { segment: 'g2', title: 'Library reopens', startMs: 16_500, endMs: 21_250 }
  ]
}

export const exampleInput = {
  request: exampleRequest,
  rundown: exampleRundown,
  script: exampleScript,
  master: exampleMaster,
  speech: 'flite'
}

export const exampleEpisode: Episode = {
  show: 'morning-brief',
  episode: '2026-11-22',
  guid: '0b4b4bd0-8fd5-5f0f-9a77-6a1d4c1c2f10',
  title: 'Ice on Mars, and a library reopens',
  summary: 'Ava and Ben tell 1 story from 1 source. This episode is made by AI.',
  publishedAt: '2026-11-22T06:00:00.000Z',
  language: 'en-GB',
  hosts: ['Ava', 'Ben'],
  durationSeconds: 21.25,
  bytes: 340_123,
  sha256: 'c0ffee',
  loudnessLufs: -16,
  truePeakDbtp: -1.5,
  writer: 'builtin',
  speech: 'flite',
  turns: 3,
  stories: [
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
    }
  ],
  files: {
    audio: 'episode.mp3',
    chapters: 'chapters.json',
    vtt: 'transcript.vtt',
    srt: 'transcript.srt',
    transcript: 'transcript.json',
    notes: 'notes.html'
  },
  inputHash: 'p'
}
