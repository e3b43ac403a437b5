import { compareEpisodes } from '../domain/compare-episodes.ts'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { rundownSchema, type Rundown } from '../domain/rundown.ts'
import { scriptSchema, type Script } from '../domain/script.ts'
import type { EarlierEpisode } from '../stages/write/memory/earlier-episode.ts'

const MOST_EPISODES = 7

function toEarlier({ episode, date, stories }: Rundown, { title, segments, turns }: Script): EarlierEpisode {
  const linesOf = (story: string): string[] => {
    const own = new Set(segments.filter(segment => segment.story === story).map(({ id }) => id))
    return turns.filter(({ segment }) => own.has(segment)).map(({ text }) => text)
  }
  const told = stories.map(story => ({
    id: story.id,
    title: story.title,
    itemIds: story.items.map(({ id }) => id),
    lines: linesOf(story.id)
  }))
  return {
    episode,
    date,
    title,
    stories: told.filter(({ lines }) => lines.length > 0),
    lines: turns.map(({ text }) => text)
  }
}

/** What was heard in an episode; null where it was not published, or its files cannot be read. */
async function loadEpisode(library: Library, ref: EpisodeRef): Promise<EarlierEpisode | null> {
  if (!(await library.has(ref, 'episode.json'))) return null
  const [rundown, script] = await Promise.all([
    library.readJson(ref, 'rundown.json', rundownSchema).catch(() => null),
    library.readJson(ref, 'script.json', scriptSchema).catch(() => null)
  ])
  return rundown === null || script === null ? null : toEarlier(rundown, script)
}

/** The show's latest published episodes before this one, newest first; those that cannot be read are left out. */
export async function loadEarlier(
  library: Library,
  ref: EpisodeRef,
  most = MOST_EPISODES
): Promise<EarlierEpisode[]> {
  const before = (await library.episodes(ref.show))
    .filter(episode => compareEpisodes(episode, ref.episode) < 0)
    .sort((a, b) => compareEpisodes(b, a))
  const found: EarlierEpisode[] = []
  for (const episode of before) {
    if (found.length >= most) break
    const earlier = await loadEpisode(library, { show: ref.show, episode })
    if (earlier !== null) found.push(earlier)
  }
  return found
}
