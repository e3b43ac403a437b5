import { loadLibrarySettings } from '../../config/load-settings.ts'
import { STAGES, type StageName } from '../../domain/stages.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { log, logJob } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'
import { untilAborted } from '../until-aborted.ts'
import { withStation } from '../with-station.ts'

/** Works the queue until it is stopped. Without Redis it also answers other commands of this machine. */
export async function worker(options: MakeOptions & { stages?: StageName[] }): Promise<ExitCode> {
  const settings = loadLibrarySettings(options)
  return withStation(settings, async (station, signal) => {
    if (station.kind === 'remote')
      throw new Error(
        `Another duologue process works ${settings.home} already; for several workers set REDIS_URL`
      )
    const server =
      station.kind === 'own' ? await station.open({ port: 0, host: '127.0.0.1', shows: null }) : null
    const stages = await station.work({ stages: options.stages ?? STAGES, onDone: logJob })
    log(
      `working ${stages.join(', ')} in ${settings.home}${server === null ? '' : `, control at ${server.url}`}`
    )
    await untilAborted(signal)
    return EXIT.done
  })
}
