import {
  episodeRequestSchema,
  episodeSchema,
  runSchema,
  type EpisodeRef,
  type EpisodeRequest
} from '../domain/episode.ts'
import { hashOf } from '../domain/hash.ts'
import type { Library } from '../domain/library.ts'
import { scriptSchema } from '../domain/script.ts'
import type { StageName } from '../domain/stages.ts'
import { jobsOfRun, type RunStatus, toRunStatus } from './run-status.ts'
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

export function createEpisodeDesk(queue: JobQueue, library: Library): EpisodeDesk {
  const status = async (ref: EpisodeRef): Promise<RunStatus> => {
    const run = await latestRun(library, ref)
    return toRunStatus(ref, run, run === null ? [] : await jobsOfRun(queue, run))
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
      if (await isPublished(library, ref)) return 'exists'
      if (state === 'failed' && current !== null && (await isSameRequest(library, ref, request))) {
        await queue.retry(current.stage, current.id)
        return 'resumed'
      }
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
      if (run === null) return false
      const jobs = await jobsOfRun(queue, run)
      const open = jobs.filter(job => job.state !== 'completed' && job.state !== 'failed')
      const cancelled = await Promise.all(open.map(job => queue.cancel(job.stage, job.id, reason)))
      return cancelled.includes(true)
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
const latestRun = (library: Library, ref: EpisodeRef) =>
  library.readJson(ref, 'run.json', runSchema).catch(() => null)

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
