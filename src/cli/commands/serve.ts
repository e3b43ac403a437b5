import { loadSettings } from '../../config/load-settings.ts'
import type { Library } from '../../domain/library.ts'
import { STAGES } from '../../domain/stages.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { log, logJob } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'
import { untilAborted } from '../until-aborted.ts'
import { withStation } from '../with-station.ts'
import { keepSchedules } from '../keep-schedules.ts'

/** Everything in one process: HTTP, workers, schedules. */
export async function serve(options: MakeOptions & { port: number; host: string }): Promise<ExitCode> {
  const settings = loadSettings(options)
  return withStation(settings, async (station, signal) => {
    if (station.kind === 'remote')
      throw new Error(`Another duologue process has ${settings.home} already; stop it first`)
    const { port, host } = options
    const server = await station.open({ port, host, shows: { publicUrl: settings.publicUrl } })
    await station.work({ stages: STAGES, onDone: logJob })
    for (const line of await keepSchedules(station, settings)) log(line)
    log(`listening at ${server?.url}`)
    for (const show of await withFeed(station.ports.library))
      log(`  ${settings.publicUrl ?? server?.url}/shows/${show}/feed.xml`)
    await untilAborted(signal)
    return EXIT.done
  })
}

async function withFeed(library: Library): Promise<string[]> {
  const shows = await library.shows()
  const feeds = await Promise.all(shows.map(show => library.readShowFile(show, 'feed.xml')))
  return shows.filter((_, index) => feeds[index] !== null)
}
