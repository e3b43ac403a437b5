import type { Master } from '../../domain/master.ts'
import type { Sources } from '../../domain/format-needs.ts'
import type { Show } from '../../domain/show.ts'
import { StageError } from '../../domain/stage-error.ts'
import { buildTags } from './build-tags.ts'
import { planMix, type MixInput } from './plan-mix.ts'
import type { LoudnessTarget, MasterOptions, MixEngine } from './ports.ts'
import { validateMaster } from './validate-master.ts'

/** What podcast apps expect of speech in stereo: Apple asks for -16 LKFS within 1 dB and at most -1 dBTP (podcasters.apple.com/support/893). */
export const MASTER_TARGET: LoudnessTarget = { loudnessLufs: -16, truePeakDbtp: -1 }

export interface EpisodeToMix extends MixInput {
  show: Pick<Show, 'title' | 'author' | 'language'> & Sources
  /** YYYY-MM-DD */
  date: string
  /** JPEG */
  cover: Uint8Array
  /** Absolute path of the MP3. */
  outputPath: string
}

/** Takes become the episode's MP3, checked by its own measures. Throws a StageError where it could not be published. */
export async function mixEpisode(
  episode: EpisodeToMix,
  engine: MixEngine,
  options: MasterOptions = {}
): Promise<Omit<Master, 'inputHash'>> {
  if (episode.takes.length === 0)
    throw new StageError('mix', 'there are no takes: nothing would be heard', { retryable: false })
  const { plan, heard, chapters } = planMix(episode)
  const tags = buildTags({ ...episode, chapters })
  const measures = await engine.master(plan, MASTER_TARGET, tags, episode.outputPath, options)
  validateMaster(measures, plan, MASTER_TARGET)
  const { durationMs, bytes, sha256, loudnessLufs, truePeakDbtp } = measures
  return { durationMs, bytes, sha256, loudnessLufs, truePeakDbtp, heard, chapters }
}
