import { compose, type Ports } from '../compose.ts'
import type { Settings } from '../config/load-settings.ts'
import type { EpisodeRef, EpisodeRequest } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { reportSchema } from '../domain/report.ts'
import type { Show } from '../domain/show.ts'
import { isPublished } from '../jobs/episode-desk.ts'
import { watchRun } from '../jobs/watch-run.ts'
import { readServerFile } from '../server/server-file.ts'
import { mayHaveNews } from '../workers/may-have-news.ts'
import { toRequest } from './episode-request.ts'
import { readSummary } from './episode-summary.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { log, printJson } from './log.ts'
import type { Station } from './open-station.ts'
import { printSummary } from './print-summary.ts'
import { tellNothingNew } from './tell-nothing-new.ts'
import { viewRun } from './run-view.ts'

const SAYS = {
  started: 'started',
  joined: 'is being made already; following it',
  resumed: 'was begun already; going on from there',
  exists: 'exists'
}

interface Wish {
  json?: boolean
  another?: boolean
  now?: Date
}

/** Makes an episode of a show and says where it is; a queue of our own is not opened where there is none to make. */
export async function makeEpisode(settings: Settings, show: Show, options: Wish): Promise<ExitCode> {
  const { json } = options
  const ports = await compose(settings, log)
  const { request, found } = await lookFirst(ports, settings, show, options).catch(async (error: unknown) => {
    await ports.release()
    throw error
  })
  if (found === 'work') {
    const { withStation } = await import('./with-station.ts')
    return withStation(settings, (...open) => askAndFollow(...open, request, json), ports)
  }
  await ports.release()
  const ref = { show: show.id, episode: request.episode }
  return found === 'exists'
    ? finish(ports.library, ref, false, json)
    : tellNothingNew(ports.library, ref, { what: 'episode', json })
}

/** What is asked for, and whether it takes any work. */
async function lookFirst(
  ports: Ports,
  settings: Settings,
  show: Show,
  options: Wish
): Promise<{ request: EpisodeRequest; found: 'exists' | 'nothing new' | 'work' }> {
  const request = await toRequest(ports, settings, show, options)
  const ref = { show: show.id, episode: request.episode }
  if ((await isPublished(ports.library, ref)) && (await isInFeed(ports.library, ref)))
    return { request, found: 'exists' }
  const isNeeded = !(await isAlone(settings)) || (await mayHaveNews(ports, request))
  return { request, found: isNeeded ? 'work' : 'nothing new' }
}

/** Another process asks the feeds for itself, and would ask them again. */
const isAlone = async ({ redisUrl, home }: Settings): Promise<boolean> =>
  redisUrl === undefined && (await readServerFile(home)) === null

/** A run that was stopped between its episode and the feed has not come to the end of its publishing. */
async function isInFeed(library: Library, ref: EpisodeRef): Promise<boolean> {
  const report = await library.readJson(ref, 'report.json', reportSchema).catch(() => null)
  return (report?.stages.publish?.seconds ?? 0) > 0
}

/** Asks for an episode, works and follows it to its end. */
async function askAndFollow(
  station: Station,
  signal: AbortSignal,
  request: EpisodeRequest,
  json?: boolean
): Promise<ExitCode> {
  const ref = { show: request.show.id, episode: request.episode }
  const asked = await station.desk.request(request)
  if (asked === 'exists') return finish(station.ports.library, ref, false, json)
  // Nobody else works a queue of our own: what runs in it had stopped.
  const said = asked === 'joined' && station.kind === 'own' ? 'resumed' : asked
  log(`${ref.show} ${ref.episode}: ${SAYS[said]}`)
  await workHere(station)
  return followToEnd(station, ref, { json, signal })
}

/** Works what nobody works yet, and can be asked by other commands meanwhile. */
export async function workHere(station: Station): Promise<void> {
  if (station.kind === 'own') await station.open({ port: 0, host: '127.0.0.1', shows: null })
  await station.work({})
}

/** Follows a run until it has ended, and says what came of it. */
export async function followToEnd(
  station: Station,
  ref: EpisodeRef,
  options: { json?: boolean; signal: AbortSignal }
): Promise<ExitCode> {
  const { state, reason } = await viewRun(watchRun(station.desk, ref, options))
  if (state === 'done') return finish(station.ports.library, ref, true, options.json)
  if (state === 'nothing-new')
    return tellNothingNew(station.ports.library, ref, { what: 'episode', json: options.json })
  throw new Error(
    `${ref.show} ${ref.episode} failed: ${reason ?? 'the queue lost sight of it; ask for it again'}`
  )
}

async function finish(library: Library, ref: EpisodeRef, made: boolean, json = false): Promise<ExitCode> {
  const summary = await readSummary(library, ref, made)
  const report = await library.readJson(ref, 'report.json', reportSchema)
  const text = printSummary(summary, report)
  if (json) log(text)
  else process.stdout.write(`${text}\n`)
  if (json) printJson(summary)
  return EXIT.done
}
