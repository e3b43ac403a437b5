import { describe, expect, test } from 'vitest'
import { planRetention } from '../../src/stages/publish/plan-retention.ts'
import { namesThisMachine } from '../../src/domain/names-this-machine.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'

const episodeOn = (day: string, removed = false) => ({
  ...publishedEpisode({ show: 'morning', episode: day }),
  publishedAt: `${day.slice(0, 10)}T06:00:00.000Z`,
  ...(removed ? { audioRemovedAt: '2026-11-22T06:00:00.000Z' } : {})
})

describe('what loses its audio', () => {
  const four = ['2026-11-19', '2026-11-22', '2026-11-20', '2026-11-21'].map(day => episodeOn(day))
  test.each([
    ['of four with keep 2, the two oldest', four, 2, '2026-11-22', ['2026-11-20', '2026-11-19']],
    ['of four with keep 4, none', four, 4, '2026-11-22', []],
    ['of four with nothing said, none', four, undefined, '2026-11-22', []],
    [
      'of four with keep 1, not the old one that was just made anew',
      four,
      1,
      '2026-11-19',
      ['2026-11-21', '2026-11-20']
    ],
    [
      'what has none already is not counted among those that are kept',
      [
        episodeOn('2026-11-22', true),
        episodeOn('2026-11-21'),
        episodeOn('2026-11-20'),
        episodeOn('2026-11-19')
      ],
      2,
      '2026-11-21',
      ['2026-11-19']
    ],
    [
      'of two on one day, the one that was named first',
      [episodeOn('2026-11-22-2'), episodeOn('2026-11-22-10'), episodeOn('2026-11-22')],
      2,
      '2026-11-22-10',
      ['2026-11-22']
    ]
  ])('%s', (_title, episodes, keep, justMade, lose) => {
    expect(planRetention(episodes, keep, justMade).map(({ episode }) => episode)).toEqual(lose)
  })
})

test.each([
  ['http://localhost:7474', true],
  ['http://LOCALHOST./pods', true],
  ['http://pods.localhost', true],
  ['http://127.0.0.1:8080', true],
  ['http://127.1', true],
  ['http://2130706433/', true],
  ['http://0.0.0.0:7474', true],
  ['http://[::1]:7474', true],
  ['http://[::]/', true],
  ['http://[::ffff:127.0.0.1]/', true],
  ['http://192.168.1.5:7474', false],
  ['http://nas.local:7474', false],
  ['https://pods.example.org/library', false],
  ['https://localhost.example.org', false],
  ['https://127.0.0.1.example.org', false]
])('%s means the machine that reads it: %s', (address, own) => {
  expect(namesThisMachine(address)).toBe(own)
})
