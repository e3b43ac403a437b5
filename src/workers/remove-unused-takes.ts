import { z } from 'zod'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { type Effort, eachAtBest } from './best-effort.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const AUDIO = 'episode.mp3'

/** Of takes.json, what names the takes. */
const namesSchema = z.object({ takes: z.array(z.object({ sha256: z.string() })) })

/**
 * Removes the takes that no episode with audio and none that is still made names, unless they were asked for within a
 * week: a run asks for its takes before it mixes them, so that none of its own goes. Removes nothing where a
 * takes.json cannot be read.
 */
export const removeUnusedTakes = (library: Library, now = new Date()): Promise<Effort> =>
  eachAtBest(
    () => unnamedTakes(library),
    sha256 => library.removeTake(sha256, new Date(now.getTime() - WEEK_MS))
  )

async function unnamedTakes(library: Library): Promise<string[]> {
  const unnamed = new Set(await library.takes())
  for (const show of await library.shows())
    for (const episode of await library.episodes(show)) {
      if (unnamed.size === 0) return []
      for (const sha256 of await takesOf(library, { show, episode })) unnamed.delete(sha256)
    }
  return [...unnamed]
}

/** None of an episode whose audio is gone: should it be made again, its run asks for them first. */
async function takesOf(library: Library, ref: EpisodeRef): Promise<string[]> {
  const isOver = (await library.has(ref, 'episode.json')) && !(await library.has(ref, AUDIO))
  const named = isOver ? null : await library.readJson(ref, 'takes.json', namesSchema)
  return (named?.takes ?? []).map(({ sha256 }) => sha256)
}
