import type { EpisodeRef } from '../../domain/episode.ts'
import { uuidV5 } from './uuid-v5.ts'

const EPISODE_NAMESPACE = 'aa8e11ee-0862-42cc-a594-67514e350be8'

/** The guid of an episode: from its name alone, so that mixing or publishing again never makes a second one. */
export const episodeGuid = ({ show, episode }: EpisodeRef): string =>
  uuidV5(`${show}/${episode}`, EPISODE_NAMESPACE)
