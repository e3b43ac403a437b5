import { z } from 'zod'
import { eachOf } from '../domain/each-of.ts'
import { episodeRequestSchema, type EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { rundownSchema } from '../domain/rundown.ts'
import { scriptSchema } from '../domain/script.ts'
import type { ToldStory } from '../stages/fetch/told-story.ts'

/** The stories that a published episode told; a rundown's reserves were not heard. None where its files cannot be read. */
async function toldIn(library: Library, ref: EpisodeRef): Promise<ToldStory[]> {
  if (!(await library.has(ref, 'episode.json'))) return []
  const [rundown, script, request] = await Promise.all([
    library.readJson(ref, 'rundown.json', rundownSchema).catch(() => null),
    library.readJson(ref, 'script.json', scriptSchema).catch(() => null),
    library.readJson(ref, 'request.json', episodeRequestSchema).catch(() => null)
  ])
  if (rundown === null || script === null) return []
  const { episode, date, stories } = rundown
  const heard = new Set(script.segments.map(segment => segment.story))
  const madeAt = request?.now ?? `${date}T23:59:59.999Z`
  return stories
    .filter(({ id }) => heard.has(id))
    .map(({ title, items }) => ({ episode, date, madeAt, title, items }))
}

/** What decides which told stories can still matter. */
export interface Offered {
  /** Ids of the items that the feeds have now. */
  ids: ReadonlySet<string>
  now: Date
}

const AT_ONCE = 16
/** Longer than a told story is compared with what is new, a day of any time zone included. */
const RECENT_MS = 12 * 24 * 60 * 60 * 1000

const itemIdsSchema = z.object({
  stories: z.array(z.object({ items: z.array(z.object({ id: z.string() })) }))
})

const isRecent = (episode: string, { now }: Offered): boolean =>
  now.getTime() - Date.parse(episode.slice(0, 10)) <= RECENT_MS

const isOffered = (stories: readonly { items: readonly { id: string }[] }[], { ids }: Offered): boolean =>
  stories.some(({ items }) => items.some(({ id }) => ids.has(id)))

/** Of an old episode only what a feed still has can be met again; most are not worth to be read whole. */
async function canMatter(library: Library, ref: EpisodeRef, offered: Offered): Promise<boolean> {
  if (isRecent(ref.episode, offered)) return true
  const rundown = await library.readJson(ref, 'rundown.json', itemIdsSchema).catch(() => null)
  return rundown !== null && isOffered(rundown.stories, offered)
}

/** The stories that the show's other published episodes told; of old ones, those of which a feed still has something. */
export async function toldStories(library: Library, ref: EpisodeRef, offered: Offered): Promise<ToldStory[]> {
  const others = (await library.episodes(ref.show)).filter(episode => episode !== ref.episode)
  const told = await eachOf(others, AT_ONCE, async episode => {
    const other = { show: ref.show, episode }
    if (!(await canMatter(library, other, offered))) return []
    const stories = await toldIn(library, other)
    return stories.filter(story => isRecent(episode, offered) || isOffered([story], offered))
  })
  return told.flat()
}
