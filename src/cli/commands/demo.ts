import { DEMO_CONFIG, loadSettings } from '../../config/load-settings.ts'
import { chooseShow, toRequest } from '../episode-request.ts'
import type { ExitCode } from '../exit.ts'
import { makeEpisode } from '../make-episode.ts'
import type { MakeOptions } from '../make-options.ts'
import { withStation } from '../with-station.ts'

/** The morning that the sample feeds were written for: the demo is the same on any day. */
const SAMPLE_MORNING = new Date('2025-08-29T05:00:00Z')

export async function demo(options: MakeOptions): Promise<ExitCode> {
  const settings = loadSettings({ ...options, config: DEMO_CONFIG })
  return withStation(settings, async (station, signal) => {
    const request = await toRequest(station.ports, settings, chooseShow(settings, 'demo'), {
      now: SAMPLE_MORNING
    })
    return makeEpisode(station, request, { json: options.json, signal })
  })
}
