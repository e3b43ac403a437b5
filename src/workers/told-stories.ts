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

/** The stories that the show's other published episodes told. */
export async function toldStories(library: Library, ref: EpisodeRef): Promise<ToldStory[]> {
  const others = (await library.episodes(ref.show)).filter(episode => episode !== ref.episode)
  const told: ToldStory[] = []
  for (const episode of others) told.push(...(await toldIn(library, { show: ref.show, episode })))
  return told
}
