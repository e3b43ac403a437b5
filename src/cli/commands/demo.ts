import { DEMO_CONFIG, loadSettings } from '../../config/load-settings.ts'
import { chooseShow } from '../episode-request.ts'
import type { ExitCode } from '../exit.ts'
import { makeEpisode } from '../make-episode.ts'
import type { MakeOptions } from '../make-options.ts'

/** The morning that the sample feeds were written for: the demo is the same on any day. */
const SAMPLE_MORNING = new Date('2025-08-29T05:00:00Z')

export async function demo(options: MakeOptions): Promise<ExitCode> {
  const settings = loadSettings({ ...options, config: DEMO_CONFIG })
  return makeEpisode(settings, chooseShow(settings, 'demo'), { json: options.json, now: SAMPLE_MORNING })
}
