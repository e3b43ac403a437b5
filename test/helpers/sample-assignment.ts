import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readFeed } from '../../src/adapters/feeds/read-feed.ts'
import type { FetchedFeed } from '../../src/domain/feed.ts'
import type { Show } from '../../src/domain/show.ts'
import { fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'

/** The ids of its items depend on its address, which is not the path of the checkout. */
const fetchSample = (path: string): Promise<FetchedFeed> =>
  fetchFeed(
    { url: `https://news.example.org/${basename(path)}`, weight: 1 },
    { allowPrivateAddresses: true },
    {
      fetcher: {
        fetchBytes: async () => ({
          bytes: readFileSync(path),
          contentType: null,
          finalUrl: 'https://news.example.org/feed'
        })
      },
      reader: { readFeed },
      news: newsDeskHere
    }
  )

/** What a writer is told on a day for which these files are the feeds. */
export async function sampleAssignment(
  paths: readonly string[],
  date: string,
  show: Show,
  wordsPerMinute: Record<string, number>
): Promise<Assignment> {
  const feeds = await Promise.all(paths.map(fetchSample))
  const now = new Date(`${date}T12:00:00Z`)
  const plan = planRundown({ show, episode: date, date, now, feeds, failures: [] })
  return { show, rundown: { inputHash: 'x', ...plan }, wordsPerMinute }
}
