import type { Show } from '../../domain/show.ts'

export interface CoverArtist {
  /** A square JPEG, 1400 to 3000 pixels, at most 512 KB. The same show gives the same picture. */
  draw(show: Pick<Show, 'title' | 'hosts'>): Promise<Uint8Array>
  /** The cover for a page: a square JPEG of 384 pixels, at most 25 KB. */
  shrink(cover: Uint8Array): Promise<Uint8Array>
}

/** An episode that is in its show's feed: all that is told of it. */
export interface EpisodeNews {
  /** The same for every try and everybody who is told: who hears it twice knows it by this. Letters, digits and `_`. */
  id: string
  show: string
  episode: string
  guid: string
  title: string
  summary: string
  durationSeconds: number
  /** ISO 8601. */
  publishedAt: string
  /** Addresses that everybody may have; null where listeners have secret ones, or nobody said where the library is. */
  feed: string | null
  page: string | null
  audio: string | null
}

/** Somebody who is told that an episode is out. */
export interface Announcer {
  /** Part of a job's id, and says nothing secret: `websub-` and a hash of the hub. */
  readonly name: string
  /** Ids of the shows whose episodes it is told of. */
  readonly shows: readonly string[]
  /** Throws a StageError of the publish stage that names the host; retryable where it may pass. */
  announce(news: EpisodeNews, signal: AbortSignal): Promise<void>
}

export interface Announcements {
  /** WebSub hubs, for the feed and for the server's Link headers. */
  readonly hubs: readonly string[]
  readonly usesPodping: boolean
  /** The library's root for what is told, without a slash at the end; null where nobody may have it. */
  readonly root: string | null
  readonly announcers: readonly Announcer[]
}
