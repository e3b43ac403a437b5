import type { Ports } from '../../src/compose.ts'
import type { EpisodeRef, EpisodeRequest } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Show } from '../../src/domain/show.ts'
import type { JobQueue, JobRequest, RunningJob } from '../../src/jobs/queue/job-queue.ts'
import type { Announcements } from '../../src/stages/publish/ports.ts'
import { publishStage } from '../../src/workers/publish-worker.ts'
import type { StageOutcome } from '../../src/workers/stage-processor.ts'
import { exampleMaster, exampleRequest, exampleRundown, exampleScript } from './publish-example.ts'

export const SHOW = exampleRequest.show.id
export const refOf = (episode: string): EpisodeRef => ({ show: SHOW, episode })

export const takesOf = (...names: string[]) => ({
  inputHash: 't',
  speech: 'flite',
  takes: names.map(sha256 => ({
    turn: 't01',
    host: 'Ava',
    voice: 'slt',
    sha256,
    durationMs: 1000,
    sampleRateHz: 16_000,
    speechLevelDbfs: -20,
    spans: []
  }))
})

export type Wish = Partial<Omit<EpisodeRequest, 'show'>> & { show?: Partial<Show>; takes?: string[] }

/** An episode as the mix stage leaves it, at six on its day. */
export async function mixEpisodeOf(
  library: Library,
  episode: string,
  { show, takes = ['none'], ...more }: Wish = {}
): Promise<void> {
  const ref = refOf(episode)
  const day = episode.slice(0, 10)
  await library.writeJson(ref, 'request.json', {
    ...exampleRequest,
    show: { ...exampleRequest.show, ...show },
    episode,
    date: day,
    now: `${day}T06:00:00.000Z`,
    ...more
  })
  await library.writeJson(ref, 'rundown.json', { ...exampleRundown, episode })
  await library.writeJson(ref, 'script.json', exampleScript)
  await library.writeJson(ref, 'master.json', exampleMaster)
  await library.writeJson(ref, 'takes.json', takesOf(...takes))
  await library.writeFile(ref, 'episode.mp3', 'sound')
}

export const nobodyTold: Announcements = { hubs: [], usesPodping: false, root: null, announcers: [] }

/** Runs the publish stage on an episode that was asked for as its request.json says; `asked` takes the jobs that it asks for. */
export async function publishAgain(
  library: Library,
  request: EpisodeRequest,
  { announcements = nobodyTold, asked = [] }: { announcements?: Announcements; asked?: JobRequest[] } = {}
): Promise<StageOutcome> {
  const none = () => Promise.reject(new Error('not asked for'))
  const ref = refOf(request.episode)
  const payload = { ...ref, run: 'r1' }
  const job: RunningJob = {
    id: 'p',
    name: 'publish',
    data: payload,
    earlierStarts: 0,
    retries: 0,
    progress: none,
    fanOut: none,
    waitUntil: none
  }
  return publishStage({
    ports: { library, announcements: () => announcements } as Ports,
    ref,
    request,
    payload,
    job,
    queue: { add: async (job: JobRequest) => void asked.push(job) } as JobQueue,
    signal: new AbortController().signal
  })
}
