import { setTimeout as sleep } from 'node:timers/promises'
import {
  episodeRequestSchema,
  episodeSchema,
  type EpisodeRef,
  type EpisodeRequest
} from '../domain/episode.ts'
import { hashOf } from '../domain/hash.ts'
import type { Library } from '../domain/library.ts'
import { scriptSchema } from '../domain/script.ts'
import type { StageName } from '../domain/stages.ts'
import { cancelRun } from './cancel-run.ts'
import { jobsOfRun, type RunStatus, stoppedRunSchema, type StoppedRun, toRunStatus } from './run-status.ts'
import { firstJob } from './jobs-after.ts'
import type { JobQueue } from './queue/job-queue.ts'

export type Asked = 'started' | 'joined' | 'resumed' | 'exists'

/** What was asked for cannot be done as things stand. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
}

/** Takes requests for episodes, and says how they stand. It only enqueues; workers do the work. */
export interface EpisodeDesk {
  /** The same episode asked twice is made once: a running one is joined, a failed one goes on where it stopped. */
  request(request: EpisodeRequest): Promise<Asked>
  /** Runs an episode again from `render`, after an edited script. */
  renderAgain(ref: EpisodeRef): Promise<void>
  status(ref: EpisodeRef): Promise<RunStatus>
  cancel(ref: EpisodeRef, reason: string): Promise<boolean>
}

const MOST_LOOKS = 20
const LOOK_MS = 50

type JobOfRun = NonNullable<RunStatus['current']>

export function createEpisodeDesk(queue: JobQueue, library: Library): EpisodeDesk {
  const status = async (ref: EpisodeRef): Promise<RunStatus> => {
    const run = await latestRun(library, ref)
    return toRunStatus(ref, run, run === null ? [] : await jobsOfRun(queue, run))
  }

  /** Two may ask at once: the second is in the way of the first, and soon finds it at work. */
  const retry = async (ref: EpisodeRef, { stage, id }: JobOfRun): Promise<Asked> => {
    try {
      await queue.retry(stage, id)
      return 'resumed'
    } catch (error) {
      for (let looks = 0; looks < MOST_LOOKS; looks++) {
        if ((await status(ref)).state !== 'failed') return 'joined'
        await sleep(LOOK_MS)
      }
      throw error
    }
  }

  return {
    status,

    async request(request) {
      const ref = { show: request.show.id, episode: request.episode }
      const { state, current } = await status(ref)
      if (state === 'running') {
        if (request.scriptOnly !== true) await wantMoreThanScript(library, ref)
        return 'joined'
      }
      const isOpen = state === 'failed' && current !== null
      // It has its audio already where only the feed could not be written.
      if (!(isOpen && current.stage === 'publish') && (await isPublished(library, ref))) return 'exists'
      // What the feeds had when fetching failed is no news any more: they are asked again.
      const keepsWork = isOpen && current.stage !== 'fetch'
      if (keepsWork && (await isSameRequest(library, ref, request))) return retry(ref, current)
      const goesOn = await isScriptWaiting(library, ref, request)
      if (goesOn && request.scriptOnly === true) return 'exists'
      await library.writeJson(ref, 'request.json', request)
      await startRun(queue, library, ref, goesOn ? 'render' : 'fetch')
      return goesOn ? 'resumed' : 'started'
    },

    async renderAgain(ref) {
      const { state } = await status(ref)
      if (state === 'running')
        throw new DeskError(`${ref.show} ${ref.episode} is being made; ask again when it is done`)
      if (!(await library.has(ref, 'request.json')))
        throw new DeskError(`there is no episode ${ref.episode} of ${ref.show}`)
      await startRun(queue, library, ref, 'render')
    },

    async cancel(ref, reason) {
      const run = await latestRun(library, ref)
      if (run === null || !(await cancelRun(queue, run, reason))) return false
      const isGone = (await status(ref)).state === 'unknown'
      if (isGone) await library.writeJson(ref, 'run.json', { ...run, cancelled: reason })
      return true
    }
  }
}

const storedRequest = (library: Library, ref: EpisodeRef) =>
  library.readJson(ref, 'request.json', episodeRequestSchema).catch(() => null)

/** A run that would stop at its script goes on after it. */
async function wantMoreThanScript(library: Library, ref: EpisodeRef): Promise<void> {
  const stored = await storedRequest(library, ref)
  if (stored?.scriptOnly === true)
    await library.writeJson(ref, 'request.json', { ...stored, scriptOnly: undefined })
}

/** Is there a script that is not to be written again? What a person has edited, and what was asked for alone. */
async function isScriptWaiting(library: Library, ref: EpisodeRef, request: EpisodeRequest): Promise<boolean> {
  if (!(await library.has(ref, 'script.json'))) return false
  const script = await library.readJson(ref, 'script.json', scriptSchema).catch(() => null)
  if (script === null || script.written !== hashOf(script.turns)) return true
  const stored = await storedRequest(library, ref)
  return stored?.scriptOnly === true && isWrittenAlike(stored, request)
}

/** Would both have the same script? */
const isWrittenAlike = (one: EpisodeRequest, other: EpisodeRequest): boolean =>
  hashOf([one.show, one.date, one.writer]) === hashOf([other.show, other.date, other.writer])

/** A run.json that cannot be read is as good as none. */
const latestRun = (library: Library, ref: EpisodeRef): Promise<StoppedRun | null> =>
  library.readJson(ref, 'run.json', stoppedRunSchema).catch(() => null)

async function startRun(queue: JobQueue, library: Library, ref: EpisodeRef, stage: StageName): Promise<void> {
  const run = `r${Date.now().toString(36)}`
  const job = firstJob(stage, { ...ref, run })
  await queue.remove(job.stage, job.id)
  await library.writeJson(ref, 'run.json', { run, stage, id: job.id })
  await queue.add(job)
}

/** Is the episode whole in the library? */
export async function isPublished(library: Library, ref: EpisodeRef): Promise<boolean> {
  const episode = await library.readJson(ref, 'episode.json', episodeSchema).catch(() => null)
  return episode !== null && (await library.has(ref, episode.files.audio))
}

/** When and by whom it was asked for differs between any two asks, and says nothing of what is wanted. */
const wanted = ({ now: _now, due: _due, late: _late, byHand: _byHand, ...rest }: EpisodeRequest) =>
  hashOf(rest)

async function isSameRequest(library: Library, ref: EpisodeRef, request: EpisodeRequest): Promise<boolean> {
  const stored = await storedRequest(library, ref)
  return stored !== null && wanted(stored) === wanted(request)
}
