import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { EpisodeRef } from '../../domain/episode.ts'
import { StageError } from '../../domain/stage-error.ts'

/** The public address of the library's root, in ASCII, without a slash at the end. Throws a StageError where it cannot stand in a feed. */
export function parsePublicUrl(publicUrl: string): string {
  const url = canParseUrl(publicUrl) ? new URL(publicUrl) : null
  const usable =
    url !== null && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash && !url.username
  if (!usable)
    throw new StageError(
      'publish',
      `The public address ${JSON.stringify(publicUrl)} cannot stand in a feed. Use http or https without a query, for example "https://pods.example.org".`,
      { retryable: false }
    )
  let end = url.href.length
  while (url.href[end - 1] === '/') end -= 1
  return url.href.slice(0, end)
}

const join = (publicUrl: string, segments: string[]): string =>
  [parsePublicUrl(publicUrl), ...segments.map(encodeURIComponent)].join('/')

/** Address of a file in a show's folder. */
export const showUrl = (publicUrl: string, show: string, file: string): string =>
  join(publicUrl, ['shows', show, file])

/** Address of a file in an episode's folder. */
export const episodeUrl = (publicUrl: string, { show, episode }: EpisodeRef, file: string): string =>
  join(publicUrl, ['shows', show, 'episodes', episode, file])
