import { episodeRequestSchema, episodeSchema, type EpisodeRequest } from '../domain/episode.ts'
import { hashOf } from '../domain/hash.ts'
import { masterSchema } from '../domain/master.ts'
import { rundownSchema } from '../domain/rundown.ts'
import { scriptSchema } from '../domain/script.ts'
import { StageError } from '../domain/stage-error.ts'
import { takesSchema } from '../domain/take.ts'
import { releaseTime } from '../jobs/due-orders.ts'
import { planRetention } from '../stages/publish/plan-retention.ts'
import { publishEpisode } from '../stages/publish/publish-episode.ts'
import { askToAnnounce } from './announce-worker.ts'
import { currentShow } from './current-show.ts'
import { needed } from './needed.ts'
import { publishedEpisodes } from './published-episodes.ts'
import { removeUnusedTakes } from './remove-unused-takes.ts'
import { markUnkept, removeUnkeptAudio } from './retain-episodes.ts'
import { type RetentionFacts, retentionFacts } from './retention-facts.ts'
import type { StageContext, StageWork } from './stage-processor.ts'
import { type FeedAnnouncing, type WrittenFeed, writeFeed } from './write-feed.ts'

/** The publish stage: everything beside the audio, then episode.json, and the show's feed last. */
export const publishStage: StageWork = async context => {
  const { ports, ref, request, job, queue } = context
  const { library } = ports
  const script = await needed(library, ref, 'script.json', scriptSchema, 'publish')
  const rundown = await needed(library, ref, 'rundown.json', rundownSchema, 'publish')
  const master = await needed(library, ref, 'master.json', masterSchema, 'publish')
  const { speech } = await needed(library, ref, 'takes.json', takesSchema, 'publish')
  await needAudio(context)

  const { due, late = false } = await scheduleFacts(context)
  const release = due === undefined ? null : releaseTime(request.show, request.date)
  const dated = { ...request, now: laterOf(request.now, release) }

  const inputHash = hashOf({ request, rundown, script, master })
  const known = await library.readJson(ref, 'episode.json', episodeSchema).catch(() => null)
  const skipped = known?.inputHash === inputHash && known.audioRemovedAt === undefined
  if (!skipped) {
    const { episode, files } = publishEpisode({ request: dated, rundown, script, master, speech })
    if (release !== null) await job.waitUntil(release)
    for (const [name, content] of Object.entries(files)) await library.writeFile(ref, name, content)
    await library.writeJson(ref, 'episode.json', { ...episode, inputHash })
  }
  const announcements = ports.announcements()
  const { facts } = await feedOf(context, announcements)
  const episode = await needed(library, ref, 'episode.json', episodeSchema, 'publish')
  await askToAnnounce(announcements, queue, episode)
  const schedule = due === undefined ? {} : { due, late }
  return { skipped, facts: { bytes: master.bytes, ...facts, ...schedule } }
}

const AUDIO = 'episode.mp3'

/** What is announced is there to be heard. */
async function needAudio({ ports: { library }, ref }: StageContext): Promise<void> {
  if (await library.has(ref, AUDIO)) return
  throw new StageError(
    'publish',
    `${library.episodeDir(ref)} has no ${AUDIO}; make it again: duologue render ${ref.show} ${ref.episode}`,
    { retryable: false }
  )
}

/** The feed, without the episodes that are not kept; their audio goes when they are out of it, and takes that nobody needs. */
async function feedOf(
  { ports: { library }, ref, request }: StageContext,
  announcing: FeedAnnouncing = {}
): Promise<{ feed: WrittenFeed; facts: RetentionFacts }> {
  const episodes = await publishedEpisodes(library, ref.show)
  const show = await currentShow(library, request, episodes)
  const unkept = planRetention(episodes, show.keep, ref.episode)
  const marked = await markUnkept(library, ref.show, unkept)
  const feed = await writeFeed(library, { show, publicUrl: request.publicUrl }, announcing)
  const audio = await removeUnkeptAudio(library, ref.show)
  const takes = await removeUnusedTakes(library)
  return { feed, facts: retentionFacts({ marked, audio, takes }) }
}

/** What request.json says of the schedule; nothing where a person asked, who waits for no release. */
const scheduleFacts = async ({ ports, ref }: StageContext): Promise<Pick<EpisodeRequest, 'due' | 'late'>> =>
  (await ports.library.readJson(ref, 'request.json', episodeRequestSchema)) ?? {}

const laterOf = (now: string, release: Date | null): string =>
  release !== null && release > new Date(now) ? release.toISOString() : now
