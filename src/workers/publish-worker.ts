import { episodeRequestSchema, episodeSchema, type Episode, type EpisodeRequest } from '../domain/episode.ts'
import { hashOf } from '../domain/hash.ts'
import type { Library } from '../domain/library.ts'
import { masterSchema } from '../domain/master.ts'
import { rundownSchema } from '../domain/rundown.ts'
import { scriptSchema } from '../domain/script.ts'
import { takesSchema } from '../domain/take.ts'
import { releaseTime } from '../jobs/due-orders.ts'
import { buildFeed } from '../stages/publish/build-feed.ts'
import { publishEpisode } from '../stages/publish/publish-episode.ts'
import { needed } from './needed.ts'
import type { StageContext, StageWork } from './stage-processor.ts'

/** The publish stage: everything beside the audio, then episode.json, and the show's feed last. */
export const publishStage: StageWork = async context => {
  const { ports, ref, request, job } = context
  const { library } = ports
  const script = await needed(library, ref, 'script.json', scriptSchema, 'publish')
  const rundown = await needed(library, ref, 'rundown.json', rundownSchema, 'publish')
  const master = await needed(library, ref, 'master.json', masterSchema, 'publish')
  const { speech } = await needed(library, ref, 'takes.json', takesSchema, 'publish')

  const { due, late = false } = await scheduleFacts(context)
  const release = due === undefined ? null : releaseTime(request.show, request.date)
  const dated = { ...request, now: laterOf(request.now, release) }

  const inputHash = hashOf({ request, rundown, script, master })
  const known = await library.readJson(ref, 'episode.json', episodeSchema).catch(() => null)
  const skipped = known?.inputHash === inputHash
  if (!skipped) {
    const { episode, files } = publishEpisode({ request: dated, rundown, script, master, speech })
    if (release !== null) await job.waitUntil(release)
    for (const [name, content] of Object.entries(files)) await library.writeFile(ref, name, content)
    await library.writeJson(ref, 'episode.json', { ...episode, inputHash })
  }
  await writeFeed(context)
  return { skipped, facts: { bytes: master.bytes, ...(due === undefined ? {} : { due, late }) } }
}

/** What request.json says of the schedule; nothing where a person asked, who waits for no release. */
const scheduleFacts = async ({ ports, ref }: StageContext): Promise<Pick<EpisodeRequest, 'due' | 'late'>> =>
  (await ports.library.readJson(ref, 'request.json', episodeRequestSchema)) ?? {}

const laterOf = (now: string, release: Date | null): string =>
  release !== null && release > new Date(now) ? release.toISOString() : now

/** Written again when another episode of the show was published while this feed was being built. */
async function writeFeed({ ports, ref, request }: StageContext): Promise<void> {
  const { library } = ports
  for (let episodes = await published(library, ref.show); ;) {
    const feed = buildFeed({ show: request.show, episodes, publicUrl: request.publicUrl })
    await library.writeShowFile(ref.show, 'feed.xml', feed)
    const now = await published(library, ref.show)
    if (now.length === episodes.length) return
    episodes = now
  }
}

/** Published episodes of the show; one whose file cannot be read is left out, so that it does not stop the next. */
async function published(library: Library, show: string): Promise<Episode[]> {
  const ids = await library.episodes(show)
  const read = (episode: string) =>
    library.readJson({ show, episode }, 'episode.json', episodeSchema).catch(() => null)
  const episodes = await Promise.all(ids.map(read))
  return episodes.filter(episode => episode !== null)
}
