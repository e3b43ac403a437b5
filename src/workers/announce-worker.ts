import { episodeSchema, type Episode } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { StageError } from '../domain/stage-error.ts'
import { ANNOUNCE_ATTEMPTS, announceJobs } from '../jobs/jobs-after.ts'
import { announceJobSchema, type AnnounceJob } from '../jobs/payloads.ts'
import type { JobQueue, Processor } from '../jobs/queue/job-queue.ts'
import { buildNews, publicationOf } from '../stages/publish/announce-news.ts'
import type { Announcements, Announcer } from '../stages/publish/ports.ts'

export interface AnnouncePorts {
  library: Library
  /** Throws a ConfigError where an address, a token or a secret is missing. */
  announcements(): Announcements
}

/** Asks for everybody to be told of an episode that the feed has; what was asked for before is not asked again. */
export async function askToAnnounce(
  { announcers }: Announcements,
  queue: Pick<JobQueue, 'add'>,
  episode: Episode
): Promise<void> {
  const targets = announcers.filter(({ shows }) => shows.includes(episode.show)).map(({ name }) => name)
  const published = { show: episode.show, episode: episode.episode, publication: publicationOf(episode) }
  for (const job of announceJobs(targets, published)) await queue.add(job)
}

/** Tells one target of one episode. Where there is nothing to tell any more, the result says why. */
export const announceProcessor =
  (ports: AnnouncePorts): Processor =>
  async (job, signal) => {
    const payload = announceJobSchema.parse(job.data)
    const { root, announcers } = ports.announcements()
    const announcer = announcers.find(
      ({ name, shows }) => name === payload.target && shows.includes(payload.show)
    )
    if (announcer === undefined)
      return { announced: false, reason: `${payload.target} is not configured any more` }
    const found = await findEpisode(ports.library, payload)
    if (typeof found === 'string') return { announced: false, reason: found }
    await tell(announcer, () => announcer.announce(buildNews(found, root), signal), job.retries + 1)
    return { announced: true, target: payload.target }
  }

/** The episode as it was asked to be announced, or why it is not. */
async function findEpisode(
  library: Library,
  { show, episode, publication }: AnnounceJob
): Promise<Episode | string> {
  const ref = { show, episode }
  const found = await library.readJson(ref, 'episode.json', episodeSchema)
  if (found === null || found.audioRemovedAt !== undefined || !(await library.has(ref, found.files.audio)))
    return 'the episode is gone'
  return publicationOf(found) === publication
    ? found
    : 'the episode was published anew, which has a job of its own'
}

/** A failure is told in full, with what becomes of it. */
async function tell({ name }: Announcer, work: () => Promise<void>, nth: number): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StageError)) throw error
    const isLast = !error.retryable || nth >= ANNOUNCE_ATTEMPTS
    const outcome = isLast
      ? `it is not told of this episode, which is in the feed all the same (try ${nth})`
      : `it is tried again (try ${nth} of ${ANNOUNCE_ATTEMPTS})`
    throw new StageError('publish', `${name}: ${error.message}; ${outcome}`, {
      retryable: error.retryable,
      cause: error
    })
  }
}
