import { audioName } from '../../domain/audio-name.ts'
import type { Episode } from '../../domain/episode.ts'
import { hashOf, sha256 } from '../../domain/hash.ts'
import { episodeUrl, parsePublicUrl, showUrl } from './library-url.ts'
import type { EpisodeNews } from './ports.ts'

/** Changes when the episode is published anew with something else in it, and only then. */
export const publicationOf = ({ inputHash }: Pick<Episode, 'inputHash'>): string =>
  sha256(inputHash).slice(0, 12)

/** What is told of an episode; without addresses where `root` is null. */
export function buildNews(episode: Episode, root: string | null): EpisodeNews {
  const { show, guid, title, summary, durationSeconds, publishedAt } = episode
  return {
    id: `msg_${hashOf([show, episode.episode, publicationOf(episode)]).slice(0, 32)}`,
    show,
    episode: episode.episode,
    guid,
    title,
    summary,
    durationSeconds,
    publishedAt,
    ...(root === null ? { feed: null, page: null, audio: null } : addressesOf(episode, root))
  }
}

const addressesOf = (episode: Episode, root: string): Pick<EpisodeNews, 'feed' | 'page' | 'audio'> => ({
  feed: showUrl(root, episode.show, 'feed.xml'),
  page: `${parsePublicUrl(root)}/shows/${episode.show}/episodes/${episode.episode}`,
  audio: episodeUrl(root, episode, audioName(episode))
})
