import type { z } from 'zod'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { StageError } from '../domain/stage-error.ts'
import type { StageName } from '../domain/stages.ts'

/** Reads the file that a stage works from; a fault in it will not pass by itself, so it is not tried again. */
export async function needed<T>(
  library: Library,
  ref: EpisodeRef,
  name: string,
  schema: z.ZodType<T>,
  stage: StageName
): Promise<T> {
  const value = await library.readJson(ref, name, schema).catch((cause: unknown) => {
    throw new StageError(stage, cause instanceof Error ? cause.message : String(cause), {
      retryable: false,
      cause
    })
  })
  if (value !== null) return value
  throw new StageError(
    stage,
    `${library.episodeDir(ref)} has no ${name}; the stage before makes it, so ask for the episode again`,
    { retryable: false }
  )
}
