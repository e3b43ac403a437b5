import { loadSettings } from '../../config/load-settings.ts'
import { chooseShow, toRequest } from '../episode-request.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { log, printJson } from '../log.ts'
import { followToEnd } from '../make-episode.ts'
import type { MakeOptions } from '../make-options.ts'
import { withStation } from '../with-station.ts'

const NOBODY = 'no worker is running; start one with `duologue worker` or `duologue serve`'

/** Only asks: a worker, here or elsewhere, makes it. */
export async function enqueue(
  id: string,
  options: MakeOptions & { wait?: boolean; another?: boolean }
): Promise<ExitCode> {
  const settings = loadSettings(options)
  const show = chooseShow(settings, id)
  return withStation(settings, async (station, signal) => {
    const request = await toRequest(station.ports, settings, show, options)
    const ref = { show: show.id, episode: request.episode }
    const asked = await station.desk.request(request)
    log(`${ref.show} ${ref.episode}: ${asked === 'exists' ? 'exists already' : `asked for (${asked})`}`)
    if (asked !== 'exists') {
      const worked = station.kind === 'remote' || (await station.queue?.hasWorkers('fetch')) === true
      if (!worked) log(`${NOBODY}; the request is kept`)
      if (options.wait === true && station.kind === 'own') throw new Error(`Cannot wait: ${NOBODY}`)
      if (options.wait === true) return followToEnd(station, ref, { json: options.json, signal })
    }
    if (options.json === true) printJson({ ...ref, asked })
    return EXIT.done
  })
}
