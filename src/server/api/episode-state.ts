import { audioName } from '../../domain/audio-name.ts'
import type { EpisodeRef } from '../../domain/episode.ts'
import type { Library } from '../../domain/library.ts'
import { isPublished, type EpisodeDesk } from '../../jobs/episode-desk.ts'
import type { RunStatus } from '../../jobs/run-status.ts'
import type { EpisodeState } from './api-schemas.ts'
import { nameOfEpisode } from './episode-name.ts'

export interface StateSources {
  desk: Pick<EpisodeDesk, 'status'>
  library: Library
  /** Then audio lies under each listener's own path, which is nobody else's business. */
  isPrivate: boolean
}

/** Null where nobody ever asked for such an episode. */
export async function readState(sources: StateSources, ref: EpisodeRef): Promise<EpisodeState | null> {
  const status = await sources.desk.status(ref)
  const known = status.state !== 'unknown' || (await sources.library.has(ref, 'request.json'))
  return known ? toState(sources, status) : null
}

export async function toState(
  { library, isPrivate }: Omit<StateSources, 'desk'>,
  { ref, state, stages, reason }: RunStatus
): Promise<EpisodeState> {
  const published = await isPublished(library, ref)
  const id = nameOfEpisode(ref)
  const self = `/api/episodes/${id}`
  const isLost = state === 'unknown' && !published
  return {
    id,
    ...ref,
    state: stateOf(state, stages, published),
    isPublished: published,
    reason: isLost ? 'The queue has lost sight of it; ask for it again.' : reason,
    stages,
    links: {
      self,
      events: `${self}/events`,
      audio: published && !isPrivate ? `/shows/${ref.show}/episodes/${ref.episode}/${audioName(ref)}` : null
    }
  }
}

function stateOf(
  state: RunStatus['state'],
  stages: RunStatus['stages'],
  published: boolean
): EpisodeState['state'] {
  if (state === 'unknown') return published ? 'done' : 'failed'
  return state === 'running' && stages.every(stage => stage.state === 'waiting') ? 'waiting' : state
}
