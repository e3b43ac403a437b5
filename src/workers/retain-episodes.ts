import type { Episode } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { type Effort, eachAtBest } from './best-effort.ts'
import { publishedEpisodes } from './published-episodes.ts'

/** Notes in episode.json that the audio goes, which takes the episodes out of the next feed. Only when that is written may it go. */
export const markUnkept = (library: Library, show: string, unkept: readonly Episode[]): Promise<Effort> =>
  eachAtBest(
    async () => unkept,
    async episode => {
      const marked = { ...episode, audioRemovedAt: new Date().toISOString() }
      await library.writeJson({ show, episode: episode.episode }, 'episode.json', marked)
      return true
    }
  )

/** Removes the audio of the episodes that are noted to have none. What was mixed after that is of a run that is not published yet, and stays. */
export const removeUnkeptAudio = (library: Library, show: string): Promise<Effort> =>
  eachAtBest(
    () => publishedEpisodes(library, show),
    async ({ episode, files, audioRemovedAt }) => {
      if (audioRemovedAt === undefined) return false
      const writtenAt = await library.writtenAt({ show, episode }, files.audio)
      if (writtenAt === null || writtenAt > new Date(audioRemovedAt)) return false
      await library.remove({ show, episode }, files.audio)
      return true
    }
  )
