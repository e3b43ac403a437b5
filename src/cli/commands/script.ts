import { join } from 'node:path'
import { compose } from '../../compose.ts'
import { loadSettings } from '../../config/load-settings.ts'
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
  const settings = loadSettings(options)
  const show = chooseShow(settings, id)
  const ports = await compose(settings, log)
  try {
    const request = await toRequest(ports, settings, show)
    const ref = refOf(show.id, episode ?? request.episode)
    if (await ports.library.has(ref, 'script.json')) return await tell(ports.library, ref, options)
    if (episode !== undefined)
      throw new UsageError(
        `There is no script of ${show.id} ${episode} in ${settings.home}; there is: ${(await ports.library.episodes(show.id)).join(', ') || 'none'}`
      )
    return await withStation(settings, async (station, signal) => {
      const wanted: EpisodeRequest = { ...request, scriptOnly: true }
      await station.desk.request(wanted)
      await workHere(station)
      const { state, reason } = await viewRun(watchRun(station.desk, ref, { signal }))
      if (state === 'nothing-new') {
        log(`${ref.show} ${ref.episode}: nothing new to tell; no script was written`)
        return EXIT.nothingNew
      }
      if (state !== 'done')
        throw new Error(`${ref.show} ${ref.episode} failed: ${reason ?? 'ask for it again'}`)
      return tell(station.ports.library, ref, options)
    })
  } finally {
    await ports.release()
  }
}

function refOf(show: string, episode: string): EpisodeRef {
  const ref = episodeRefSchema.safeParse({ show, episode })
  if (ref.success) return ref.data
  throw new UsageError(ref.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

async function tell(library: Library, ref: EpisodeRef, { print, json }: ScriptOptions): Promise<ExitCode> {
  const script = await library.readJson(ref, 'script.json', scriptSchema)
  const rundown = await library.readJson(ref, 'rundown.json', rundownSchema)
  if (script === null) throw new Error(`${library.episodeDir(ref)} holds no script`)
  const file = join(library.episodeDir(ref), 'script.json')
  const published = await library.has(ref, 'episode.json')
  if (print === true) process.stdout.write(`${printScript(script, rundown)}\n`)
  else if (json !== true) process.stdout.write(`${script.title}\n  ${file}\n`)
  log(`to hear it${published ? ' as you have edited it' : ''}: duologue render ${ref.show} ${ref.episode}`)
  if (json === true)
    printJson({ ...ref, file, title: script.title, writer: script.writer, turns: script.turns.length })
  return EXIT.done
}
