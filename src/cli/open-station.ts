import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { compose, type Ports } from '../compose.ts'
import type { Settings } from '../config/load-settings.ts'
import { STAGES, type StageName } from '../domain/stages.ts'
import { countJobs, type QueueCounts } from '../jobs/count-jobs.ts'
import { createEpisodeDesk, type EpisodeDesk } from '../jobs/episode-desk.ts'
import { createJobQueue } from '../jobs/queue/create-job-queue.ts'
import { QueueInUseError } from '../jobs/queue/queue-in-use-error.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'
import { connectDesk, type RemoteDesk } from '../server/remote-desk.ts'
import { readServerFile } from '../server/server-file.ts'
import type { RunningServer, ShowsOptions } from '../server/start-server.ts'
import { startWorkers, type Workers } from '../workers/start-workers.ts'
import { log } from './log.ts'
import { needSpace } from './need-space.ts'
import { createReleases } from './releases.ts'

/** A command's way to the queue: its own, a Redis that it shares, or the process that holds the library. */
export interface Station {
  kind: 'own' | 'redis' | 'remote'
  desk: EpisodeDesk
  ports: Ports
  counts(): Promise<QueueCounts>
  /**
   * Works the stages given, else those that nobody works, and on Redis also those whose workers end meanwhile;
   * nothing where another process has the queue.
   */
  work(options: {
    stages?: readonly StageName[]
    onDone?: (stage: StageName, id: string, seconds: number) => void
  }): Promise<StageName[]>
  /** Opens the HTTP side for other commands, and for listeners where `shows` is given; null on a remote station. */
  open(options: { port: number; host: string; shows: ShowsOptions | null }): Promise<RunningServer | null>
  queue: JobQueue | null
  close(): Promise<void>
}

/** How long jobs in hand may go on after a request to stop. */
const GRACE_MS = 10_000

/** Opens the queue of a library, or the way to the process that has it. The station releases the ports. */
export async function openStation(
  settings: Settings,
  onError: (error: Error) => void,
  open?: Ports
): Promise<Station> {
  const ports = open ?? (await compose(settings, log))
  try {
    await needSpace(settings.home)
    return await stationOf(settings, ports, onError)
  } catch (error) {
    await ports.release()
    throw error
  }
}

async function stationOf(
  settings: Settings,
  ports: Ports,
  onError: (error: Error) => void
): Promise<Station> {
  const dir = join(settings.home, 'queue')
  if (settings.redisUrl !== undefined) {
    const queue = await createJobQueue({ redisUrl: settings.redisUrl, dir, onError })
    return localStation('redis', settings, ports, queue, onError)
  }
  const found = await openOrFind(settings.home, dir, onError)
  return 'status' in found
    ? remoteStation(found, ports)
    : localStation('own', settings, ports, found, onError)
}

function localStation(
  kind: 'own' | 'redis',
  settings: Settings,
  ports: Ports,
  queue: JobQueue,
  onError: (error: Error) => void
): Station {
  const releases = createReleases()
  releases.push(() => queue.close())
  releases.push(() => ports.release())
  const desk = createEpisodeDesk(queue, ports.library)
  return {
    kind,
    desk,
    ports,
    queue,
    counts: () => countJobs(queue),
    async work({ stages, onDone }) {
      const start = (mine: readonly StageName[]) => {
        if (mine.length === 0) return
        const workers: Workers = startWorkers({
          queue,
          ports,
          stages: mine,
          cores: availableParallelism(),
          onError,
          onDone
        })
        releases.push(() => workers.close(GRACE_MS))
      }
      const mine = stages ?? (await unworked(queue))
      start(mine)
      if (stages === undefined && kind === 'redis')
        releases.push(every(CHECK_WORKERS_MS, async () => start(await unworked(queue)), onError))
      return [...mine]
    },
    async open({ port, host, shows }) {
      const { startServer } = await import('../server/start-server.ts')
      const server = await startServer({ home: settings.home, desk, queue, port, host, shows })
      releases.push(() => server.close())
      return server
    },
    close: () => releases.run()
  }
}

function remoteStation(desk: RemoteDesk, ports: Ports): Station {
  return {
    kind: 'remote',
    desk,
    ports,
    queue: null,
    counts: () => desk.counts(),
    work: async () => [],
    open: async () => null,
    close: () => ports.release()
  }
}

const CHECK_WORKERS_MS = 3000

/** Repeats until it is told to stop, and then waits for the turn in hand; a failure is told and the next turn tries again. */
function every(ms: number, work: () => Promise<void>, onError: (error: Error) => void): () => Promise<void> {
  let turn = Promise.resolve()
  const timer = setInterval(() => void (turn = turn.then(work).catch(onError)), ms)
  return () => {
    clearInterval(timer)
    return turn
  }
}

const FIND_TRIES = 240
const FIND_EVERY_MS = 250
/** Who waits for so long is told for what. */
const TELL_AFTER_TRIES = 20

/** The queue where nobody has it, else the way to the process that does. Another command may have it for a moment only. */
async function openOrFind(
  home: string,
  dir: string,
  onError: (error: Error) => void
): Promise<JobQueue | RemoteDesk> {
  for (let tries = 0; tries < FIND_TRIES; tries++) {
    try {
      return await createJobQueue({ dir, onError })
    } catch (error) {
      if (!(error instanceof QueueInUseError)) throw error
    }
    const file = await readServerFile(home)
    const desk = file === null ? null : await connectDesk(file)
    if (desk !== null) return desk
    if (tries === TELL_AFTER_TRIES) log(`waiting for the duologue process that has ${home} to answer`)
    await sleep(FIND_EVERY_MS)
  }
  throw new Error(
    `Another duologue process uses ${home} and does not answer. Wait until it has ended, or give this one another library with --home.`
  )
}

async function unworked(queue: JobQueue): Promise<StageName[]> {
  const worked = await Promise.all(STAGES.map(stage => queue.hasWorkers(stage)))
  return STAGES.filter((_, index) => worked[index] === false)
}
