import { z } from 'zod'
import { episodeIdSchema } from '../domain/episode.ts'
import { slugSchema } from '../domain/show.ts'

/** What every stage's job carries: ids. */
export const episodeJobSchema = z.object({ show: slugSchema, episode: episodeIdSchema, run: z.string() })
export const feedJobSchema = episodeJobSchema.extend({ url: z.string() })
export const pageJobSchema = episodeJobSchema.extend({ feed: z.string(), item: z.string() })
export const takeJobSchema = episodeJobSchema.extend({ turn: z.string() })

/** Tells one target of one publication; of no run, so that a repeated publish stage asks for it once. */
export const announceJobSchema = z.object({
  show: slugSchema,
  episode: episodeIdSchema,
  /** Name of an Announcer. */
  target: slugSchema,
  publication: z.string()
})

export type EpisodeJob = z.infer<typeof episodeJobSchema>
export type AnnounceJob = z.infer<typeof announceJobSchema>

/** What every stage's job leaves behind. */
export const stageResultSchema = z.object({
  outcome: z.enum(['done', 'nothing-new']),
  skipped: z.boolean(),
  seconds: z.number(),
  next: z.array(z.object({ stage: z.string(), id: z.string() }))
})

export type StageResult = z.infer<typeof stageResultSchema>
