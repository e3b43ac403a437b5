import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { episodeIdSchema, episodeRequestSchema } from '../../../domain/episode.ts'
import { sourceOf, type SourceKind } from '../../../domain/format-needs.ts'
import { slugSchema, type Show } from '../../../domain/show.ts'
import { standingOrderSchema } from '../../../domain/standing-order.ts'
import { plain } from './plain.ts'
import { episodeDir, readEpisode, type EpisodeOnPage } from './read-episode.ts'
import { readJson } from './read-json.ts'

export interface ShowOnPage {
  id: string
  title: string
  description: string
  timeZone: string
  source: SourceKind
  /** Name of its picture in the show's folder. */
  cover: string | null
  /** Newest first. */
  episodes: EpisodeOnPage[]
}

const [LARGE, SMALL] = ['cover.jpg', 'cover-small.jpg'] as const

const writtenMs = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null
  )

const names = (path: string) => readdir(path).catch((): string[] => [])

/** A show that was never scheduled has no show.json: its newest episode tells of it. */
async function settingsOf(home: string, id: string, episode: string | undefined): Promise<Show | null> {
  const order = await readJson(join(home, 'shows', id, 'show.json'), standingOrderSchema)
  if (order !== null || episode === undefined) return order?.show ?? null
  const dir = episodeDir(home, { show: id, episode })
  return (await readJson(join(dir, 'request.json'), episodeRequestSchema))?.show ?? null
}

async function readEpisodes(home: string, show: string): Promise<EpisodeOnPage[]> {
  const ids = (await names(join(home, 'shows', show, 'episodes'))).filter(
    id => episodeIdSchema.safeParse(id).success
  )
  const episodes = await Promise.all(ids.map(episode => readEpisode(home, { show, episode })))
  return episodes
    .filter(episode => episode !== null)
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
}

/** The small one, unless the large one has been replaced since. */
async function coverOf(dir: string): Promise<string | null> {
  const [large, small] = await Promise.all([writtenMs(join(dir, LARGE)), writtenMs(join(dir, SMALL))])
  if (large === null) return null
  return small !== null && small >= large ? SMALL : LARGE
}

/** Null where the library has nothing of such a show. */
export async function readShow(home: string, id: string): Promise<ShowOnPage | null> {
  const episodes = await readEpisodes(home, id)
  const settings = await settingsOf(home, id, episodes[0]?.episode)
  if (settings === null && episodes.length === 0) return null
  return {
    id,
    title: plain(settings?.title ?? id),
    description: plain(settings?.description ?? ''),
    timeZone: settings?.timeZone ?? 'UTC',
    source: settings === null ? 'feeds' : sourceOf(settings),
    cover: await coverOf(join(home, 'shows', id)),
    episodes
  }
}

/** Every show of the library, the one with the newest episode first. */
export async function readShows(home: string): Promise<ShowOnPage[]> {
  const ids = (await names(join(home, 'shows'))).filter(id => slugSchema.safeParse(id).success)
  const shows = await Promise.all(ids.map(id => readShow(home, id)))
  const newest = ({ episodes }: ShowOnPage) => episodes[0]?.publishedAt ?? ''
  return shows.filter(show => show !== null).sort((a, b) => newest(b).localeCompare(newest(a)))
}
