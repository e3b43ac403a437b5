import type { EpisodeRef, EpisodeRequest } from '../domain/episode.ts'
import { reportSchema } from '../domain/report.ts'
import { watchRun } from '../jobs/watch-run.ts'
import { readSummary } from './episode-summary.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { log, printJson } from './log.ts'
import type { Station } from './open-station.ts'
import { printSummary } from './print-summary.ts'
import { viewRun } from './run-view.ts'

const SAYS = {
  started: 'started',
  joined: 'is being made already; following it',
  resumed: 'had stopped; going on from there',
  exists: 'exists'
}

/** Asks for an episode, works and follows it to its end, and says where it is. */
export async function makeEpisode(
  station: Station,
  request: EpisodeRequest,
  options: { json?: boolean; signal: AbortSignal }
): Promise<ExitCode> {
  const ref = { show: request.show.id, episode: request.episode }
  const asked = await station.desk.request(request)
  if (asked === 'exists') return finish(station, ref, false, options.json)
  log(`${ref.show} ${ref.episode}: ${SAYS[asked]}`)
  await station.work({})
  return followToEnd(station, ref, options)
}

/** Follows a run until it has ended, and says what came of it. */
export async function followToEnd(
  station: Station,
  ref: EpisodeRef,
  options: { json?: boolean; signal: AbortSignal }
): Promise<ExitCode> {
  const { state, reason } = await viewRun(watchRun(station.desk, ref, options))
  if (state === 'done') return finish(station, ref, true, options.json)
  if (state === 'nothing-new') return nothingNew(ref, options.json)
  throw new Error(
    `${ref.show} ${ref.episode} failed: ${reason ?? 'the queue lost sight of it; ask for it again'}`
  )
}

async function finish(station: Station, ref: EpisodeRef, made: boolean, json = false): Promise<ExitCode> {
  const { library } = station.ports
  const summary = await readSummary(library, ref, made)
  const report = await library.readJson(ref, 'report.json', reportSchema)
  const text = printSummary(summary, report?.funnel)
  if (json) log(text)
  else process.stdout.write(`${text}\n`)
  if (json) printJson(summary)
  return EXIT.done
}

function nothingNew(ref: EpisodeRef, json = false): ExitCode {
  log(`${ref.show} ${ref.episode}: nothing new to tell; no episode was made`)
  if (json) printJson({ ...ref, made: false, nothingNew: true })
  return EXIT.nothingNew
}
