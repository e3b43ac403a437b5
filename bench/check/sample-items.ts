import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFeed } from '../../src/adapters/feeds/read-feed.ts'
import type { FetchedFeed } from '../../src/domain/feed.ts'
import { fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/feeds/', import.meta.url))

const fetcherFor = (path: string) => ({
  fetchBytes: () =>
    Promise.resolve({
      bytes: readFileSync(path),
      contentType: null,
      finalUrl: 'https://news.example.org/feed'
    })
})

const readSample = (name: string): Promise<FetchedFeed> =>
  fetchFeed(
    { url: `https://news.example.org/${name}`, weight: 1 },
    { allowPrivateAddresses: true },
    { fetcher: fetcherFor(SAMPLES + name), reader: { readFeed }, news: newsDeskHere }
  )

/** The sample feeds, as the fetch stage reads them. */
export const readSamples = (): Promise<FetchedFeed[]> => Promise.all(readdirSync(SAMPLES).map(readSample))
