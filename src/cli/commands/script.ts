import { join } from 'node:path'
import { compose } from '../../compose.ts'
import { loadLibrarySettings, loadSettings, type Settings } from '../../config/load-settings.ts'
import { episodeRefSchema, type EpisodeRef, type EpisodeRequest } from '../../domain/episode.ts'
import type { Library } from '../../domain/library.ts'
import { rundownSchema } from '../../domain/rundown.ts'
import { scriptSchema } from '../../domain/script.ts'
import { watchRun } from '../../jobs/watch-run.ts'
import { chooseShow, toRequest } from '../episode-request.ts'
import { EXIT, UsageError, type ExitCode } from '../exit.ts'
import { log, printJson } from '../log.ts'
import { workHere } from '../make-episode.ts'
import type { MakeOptions } from '../make-options.ts'
import { printScript } from '../print-script.ts'
import { viewRun } from '../run-view.ts'
import { tellNothingNew } from '../tell-nothing-new.ts'
import { withStation } from '../with-station.ts'

export interface ScriptOptions extends MakeOptions {
  print?: boolean
}

/** The script of an episode; where the day has none yet it is written, and nothing is rendered before someone asks for it. */
export async function script(
  id: string | undefined,
  episode: string | undefined,
  options: ScriptOptions
): Promise<ExitCode> {
  return id !== undefined && episode !== undefined
    ? showScript(id, episode, options)
    : scriptOfToday(id, options)
}

/** Of any episode of the library, also of a show that is not configured any more. */
async function showScript(id: string, episode: string, options: ScriptOptions): Promise<ExitCode> {
  const ref = refOf(id, episode)
  const settings = loadLibrarySettings(options)
  const ports = await compose(settings, log)
  try {
    if (await ports.library.has(ref, 'script.json')) return await tell(ports.library, ref, options)
    const known = await episodesWithScript(ports.library, ref.show)
    throw new UsageError(
      `There is no script of ${id} ${episode} in ${settings.home}; there is: ${known.join(', ') || 'none'}`
    )
  } finally {
    await ports.release()
  }
}

async function scriptOfToday(id: string | undefined, options: ScriptOptions): Promise<ExitCode> {
  const settings = loadSettings(options)
  const show = chooseShow(settings, id)
  const ports = await compose(settings, log)
  try {
    const request = await toRequest(ports, settings, show)
    const ref = refOf(show.id, request.episode)
    if (await ports.library.has(ref, 'script.json')) return await tell(ports.library, ref, options)
    return await writeIt(settings, { ...request, scriptOnly: true }, options)
  } finally {
    await ports.release()
  }
}

const writeIt = (settings: Settings, request: EpisodeRequest, options: ScriptOptions): Promise<ExitCode> =>
  withStation(settings, async (station, signal) => {
    const ref = refOf(request.show.id, request.episode)
    await station.desk.request(request)
    await workHere(station)
    const { state, reason } = await viewRun(watchRun(station.desk, ref, { signal }))
    if (state === 'nothing-new')
      return tellNothingNew(station.ports.library, ref, { what: 'script', json: options.json })
    if (state !== 'done')
      throw new Error(`${ref.show} ${ref.episode} failed: ${reason ?? 'ask for it again'}`)
    return tell(station.ports.library, ref, options)
  })

function refOf(show: string, episode: string): EpisodeRef {
  const ref = episodeRefSchema.safeParse({ show, episode })
  if (ref.success) return ref.data
  throw new UsageError(ref.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

async function episodesWithScript(library: Library, show: string): Promise<string[]> {
  const episodes = await library.episodes(show)
  const written = await Promise.all(episodes.map(episode => library.has({ show, episode }, 'script.json')))
  return episodes.filter((_, at) => written[at])
}

async function tell(library: Library, ref: EpisodeRef, { print, json }: ScriptOptions): Promise<ExitCode> {
  const script = await library.readJson(ref, 'script.json', scriptSchema)
  const rundown = await library.readJson(ref, 'rundown.json', rundownSchema)
  if (script === null) throw new Error(`${library.episodeDir(ref)} holds no script`)
  const file = join(library.episodeDir(ref), 'script.json')
  const published = await library.has(ref, 'episode.json')
  if (print === true) process.stdout.write(`${printScript(script, rundown)}\n`)
  else if (json !== true) process.stdout.write(`${script.title}\n  written by ${script.writer}\n  ${file}\n`)
  log(`to hear it${published ? ' as you have edited it' : ''}: duologue render ${ref.show} ${ref.episode}`)
  if (json === true)
    printJson({ ...ref, file, title: script.title, writer: script.writer, turns: script.turns.length })
  return EXIT.done
}
