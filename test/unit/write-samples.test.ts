import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/adapters/feeds/read-feed.ts'
import type { FetchedFeed } from '../../src/domain/feed.ts'
import type { Show } from '../../src/domain/show.ts'
import { fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { expectGoodScript, secondsOf } from '../fixtures/write/script-properties.ts'

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const SAMPLES = pathOf('../../samples/feeds/')
const CAPTURES = pathOf('../../../shared/corpora/feeds/')

/** The ids of its items depend on its address, which is not the path of the checkout. */
const fetchSample = (path: string, edition = ''): Promise<FetchedFeed> =>
  fetchFeed(
    { url: `https://news.example.org/${edition}${basename(path)}`, weight: 1 },
    { allowPrivateAddresses: true },
    {
      fetcher: {
        fetchBytes: () =>
          Promise.resolve({
            bytes: readFileSync(path),
            contentType: null,
            finalUrl: 'https://news.example.org/feed'
          })
      },
      reader: { readFeed },
      news: newsDeskHere
    }
  )

async function assignmentOf(
  paths: string[],
  date: string,
  asked: Partial<Show>,
  edition?: string
): Promise<Assignment> {
  const given = { ...show, ...asked }
  const feeds = await Promise.all(paths.map(path => fetchSample(path, edition)))
  const now = new Date(`${date}T12:00:00Z`)
  const plan = planRundown({
    show: given,
    episode: date,
    date,
    now,
    feeds,
    failures: []
  })
  return { show: given, rundown: { inputHash: 'x', ...plan }, wordsPerMinute }
}

const samples = existsSync(SAMPLES) ? readdirSync(SAMPLES).map(name => SAMPLES + name) : []
const lengths = [
  [2, 4],
  [3, 5],
  [5, 8],
  [8, 10],
  [10, 10]
] as const
const days = ['2025-08-29', '2025-08-30', '2025-08-31', '2025-09-01', '2026-11-22']

describe.each(lengths)('%i minutes of %i stories from the samples', (minutes, stories) => {
  test.each(days)('make a good script of that length on %s', async date => {
    const assignment = await assignmentOf(samples, date, { minutes, stories })
    const script = await writeScript(assignment, createBuiltinWriter())
    expectGoodScript(script, assignment)
    const seconds = secondsOf(script, wordsPerMinute)
    expect(Math.abs(seconds / (minutes * 60) - 1)).toBeLessThan(0.05)
    expect(script.segments.length).toBeGreaterThanOrEqual(4)
  })
})

describe.each([
  ['rbren+rss-parser__guardian.rss', '2018-01-31', /Pentagon|FBI|Nassar/],
  ['danmactough+node-feedparser__tpm.atom', '2017-11-08', /Gorka|Nielsen|Menendez/],
  ['danmactough+node-feedparser__wapowellness.xml', '2012-12-18', /\w/],
  ['feed-rs+feed-rs__rss_2.0_nbcny.xml', '2023-12-17', /Manhattan/]
])('the capture %s', (name, date, told) => {
  const path = CAPTURES + name
  const title = existsSync(path)
    ? 'makes a good script'
    : 'makes a good script (skipped: the captures are not beside the checkout)'
  test.skipIf(!existsSync(path))(title, async () => {
    for (const edition of ['', '1/', '2/', '3/', '4/', '5/']) {
      const assignment = await assignmentOf([path], date, { minutes: 3, stories: 6 }, edition)
      const script = await writeScript(assignment, createBuiltinWriter())
      expectGoodScript(script, assignment)
      const said = script.turns.map(({ text }) => text).join(' ')
      expect(said).toMatch(told)
      expect(said).not.toMatch(
        /continue reading|related:|photograph:|&\w+;|<|\bon (?:Mon|Tues|Wednes|Thurs|Fri)day\b(?!,)/i
      )
    }
  })
})
