import { loadSettings } from '../../config/load-settings.ts'
import type { Library } from '../../domain/library.ts'
import { STAGES, type StageName } from '../../domain/stages.ts'
import { listenersPath } from '../../server/listener-book.ts'
import type { ShowsOptions } from '../../server/start-server.ts'
import { toRequest } from '../episode-request.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { log, logJob } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'
import { untilAborted } from '../until-aborted.ts'
import { withStation } from '../with-station.ts'
import { keepSchedules } from '../keep-schedules.ts'

export interface ServeOptions extends MakeOptions {
  port: number
  host: string
  /** All of them where absent. */
  stages?: StageName[]
}

/** Everything in one process: HTTP, workers, schedules. */
export async function serve(options: ServeOptions): Promise<ExitCode> {
  const settings = loadSettings(options)
  return withStation(settings, async (station, signal) => {
    if (station.kind === 'remote')
      throw new Error(`Another duologue process has ${settings.home} already; stop it first`)
    const { port, host } = options
    const shows: ShowsOptions = {
      publicUrl: settings.publicUrl,
      library: station.ports.library,
      server: settings.server,
      orders: {
        shows: settings.shows,
        request: (show, { another }) => toRequest(station.ports, settings, show, { another })
      }
    }
    const server = await station.open({ port, host, shows })
    for (const line of await keepSchedules(station, settings)) log(line)
    await station.work({ stages: options.stages ?? STAGES, onDone: logJob })
    log(`listening at ${server?.url}`)
    // Tokens are kept out of what is logged.
    const { isPrivate } = settings.server
    const root = `${settings.publicUrl ?? server?.url}${isPrivate ? '/l/<token>' : ''}`
    for (const show of await withFeed(station.ports.library)) log(`  ${root}/shows/${show}/feed.xml`)
    if (isPrivate) log(`the tokens of the listeners are in ${listenersPath(settings.home)}`)
    await untilAborted(signal)
    return EXIT.done
  })
}

async function withFeed(library: Library): Promise<string[]> {
  const shows = await library.shows()
  const feeds = await Promise.all(shows.map(show => library.readShowFile(show, 'feed.xml')))
  return shows.filter((_, index) => feeds[index] !== null)
}
