import type { Show } from '../domain/show.ts'
import { UsageError } from './exit.ts'

const namesOf = (shows: readonly Show[]): string => shows.map(({ id }) => id).join(', ') || 'none'

/** The show whose feeds are meant: the one that is named, or the only one that has feeds. */
export function chooseShowWithFeeds(shows: readonly Show[], id: string | undefined): Show {
  const withFeeds = shows.filter(({ feeds }) => feeds.length > 0)
  const [only, ...others] = withFeeds
  if (id !== undefined) return named(shows, id)
  if (only === undefined)
    throw new UsageError(`no show is made of feeds; the shows of the configuration: ${namesOf(shows)}`)
  if (others.length === 0) return only
  throw new UsageError(`say which show gets the feeds, with --show; there are: ${namesOf(withFeeds)}`)
}

function named(shows: readonly Show[], id: string): Show {
  const show = shows.find(show => show.id === id)
  if (show === undefined)
    throw new UsageError(`there is no show "${id}" in the configuration; it has: ${namesOf(shows)}`)
  if (show.feeds.length > 0) return show
  const source = show.text === undefined ? 'topic' : 'text'
  throw new UsageError(
    `${id} is made of a ${source}, and an episode is made of one thing; name a show that has feeds`
  )
}
