import { loadLibrarySettings } from '../../config/load-settings.ts'
import { episodeRefSchema, episodeRequestSchema } from '../../domain/episode.ts'
import { UsageError, type ExitCode } from '../exit.ts'
import { log } from '../log.ts'
import { followToEnd, workHere } from '../make-episode.ts'
import type { MakeOptions } from '../make-options.ts'
import { withStation } from '../with-station.ts'

/** Renders, mixes and publishes again; turns that did not change keep their takes. */
export async function render(show: string, episode: string, options: MakeOptions): Promise<ExitCode> {
  const ref = episodeRefSchema.safeParse({ show, episode })
  if (!ref.success)
    throw new UsageError(
      ref.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n')
    )
  const settings = loadLibrarySettings(options)
  return withStation(settings, async (station, signal) => {
    const { library } = station.ports
    const request = await library.readJson(ref.data, 'request.json', episodeRequestSchema)
    if (request === null)
      throw new UsageError(
        `There is no episode ${episode} of ${show} in ${settings.home}; there is: ${(await library.episodes(show)).join(', ') || 'none'}`
      )
    const changed = {
      ...request,
      speech: options.speech ?? request.speech,
      publicUrl: settings.publicUrl ?? request.publicUrl,
      scriptOnly: undefined
    }
    await library.writeJson(ref.data, 'request.json', changed)
    await station.desk.renderAgain(ref.data)
    log(`${show} ${episode}: rendering again`)
    await workHere(station)
    return followToEnd(station, ref.data, { json: options.json, signal })
  })
}
