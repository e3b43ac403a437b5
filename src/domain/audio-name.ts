import type { EpisodeRef } from './episode.ts'

/** What an episode's audio is called for listeners: apps keep it under the last part of its address, where two of one name would be one. */
export const audioName = ({ show, episode }: EpisodeRef): string => `${show}-${episode}.mp3`
