import { uuidV5 } from './uuid-v5.ts'

/** Namespace that the Podcasting 2.0 specification sets for podcast:guid. */
const PODCAST_NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/** podcast:guid of a show, from the address at which its feed first appeared. It is kept when the feed moves. */
export function podcastGuid(feedUrl: string): string {
  const withoutScheme = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  let end = withoutScheme.length
  while (withoutScheme[end - 1] === '/') end -= 1
  return uuidV5(withoutScheme.slice(0, end), PODCAST_NAMESPACE)
}
