import { loadLibrarySettings, loadPlainShow, loadSettings } from '../../config/load-settings.ts'
import { showSchema } from '../../domain/show.ts'
import { chooseShow, showOfFeeds } from '../episode-request.ts'
import { UsageError, type ExitCode } from '../exit.ts'
import { makeEpisode } from '../make-episode.ts'
import type { MakeOptions } from '../make-options.ts'

export interface BriefOptions extends MakeOptions {
  feed: string[]
  another?: boolean
  minutes?: number
}

export async function brief(id: string | undefined, options: BriefOptions): Promise<ExitCode> {
  const onTheSpot = options.feed.length > 0
  const settings = onTheSpot ? loadLibrarySettings(options) : loadSettings(options)
  if (id !== undefined && onTheSpot) throw new UsageError('Give either a show or --feed, not both')
  const base = onTheSpot ? (settings.shows[0] ?? loadPlainShow()) : chooseShow(settings, id)
  const show = onTheSpot ? showOfFeeds(base, options.feed) : base
  const parsed = showSchema.safeParse({ ...show, minutes: options.minutes ?? show.minutes })
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n')
    )
  return makeEpisode(settings, parsed.data, options)
}
