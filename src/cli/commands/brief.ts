import { loadSettings } from '../../config/load-settings.ts'
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
  const settings = loadSettings(options)
  if (id !== undefined && options.feed.length > 0)
    throw new UsageError('Give either a show or --feed, not both')
  const base =
    options.feed.length > 0 ? chooseShow(settings, settings.shows[0]?.id) : chooseShow(settings, id)
  const show = options.feed.length > 0 ? showOfFeeds(base, options.feed) : base
  const parsed = showSchema.safeParse({ ...show, minutes: options.minutes ?? show.minutes })
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n')
    )
  return makeEpisode(settings, parsed.data, options)
}
