import { StageError } from '../../domain/stage-error.ts'
import type { EpisodeNews } from '../../stages/publish/ports.ts'

/** The feed's address; throws where it is not one that may be told. */
export function publicFeed({ feed, show }: EpisodeNews): string {
  if (feed !== null) return feed
  throw new StageError(
    'publish',
    `The feed of ${show} has no address that everybody may have; set server.public_url.`,
    {
      retryable: false
    }
  )
}
