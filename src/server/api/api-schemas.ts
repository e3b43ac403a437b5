import { z } from 'zod'
import { episodeIdSchema } from '../../domain/episode.ts'
import { slugSchema } from '../../domain/show.ts'
import { STAGES } from '../../domain/stages.ts'
import { idempotencyKeySchema } from './idempotency.ts'

const NAME = 'morning-brief-2026-11-22'

export const wishSchema = z
  .strictObject({
    show: slugSchema.meta({ description: 'A show of duologue.yaml.', example: 'morning-brief' }),
    another: z
      .boolean()
      .default(false)
      .meta({ description: 'A second one, where today has one already; one that was begun goes on.' }),
    minutes: z
      .number()
      .min(1)
      .max(60)
      .optional()
      .meta({ description: "How long it should be; the show's own length where absent." }),
    scriptOnly: z
      .boolean()
      .default(false)
      .meta({ description: 'Stop when the script is written, so that it can be read and edited.' })
  })
  .meta({ id: 'EpisodeWish' })

export type EpisodeWish = z.infer<typeof wishSchema>

export const keyHeaderSchema = z.object({
  'idempotency-key': idempotencyKeySchema
    .optional()
    .meta({ description: 'The same key makes one episode, however often it is sent within two days.' })
})

export const nameParamSchema = z.object({
  id: z.string().meta({ description: 'The episode: its show and its day.', example: NAME })
})

const stageSchema = z.object({
  stage: z.enum(STAGES),
  state: z.enum(['waiting', 'active', 'done', 'skipped', 'failed']),
  progress: z.object({ done: z.number(), total: z.number(), label: z.string().optional() }).nullable(),
  seconds: z.number().nullable()
})

/** How an episode stands. */
export const episodeStateSchema = z
  .object({
    id: z.string().meta({ example: NAME }),
    show: slugSchema,
    episode: episodeIdSchema,
    state: z
      .enum(['waiting', 'running', 'done', 'nothing-new', 'failed'])
      .meta({ description: 'nothing-new: the feeds had nothing that was not told before.' }),
    isPublished: z.boolean().meta({ description: 'Can it be heard?' }),
    reason: z.string().nullable().meta({ description: 'Why it failed.' }),
    stages: z.array(stageSchema),
    links: z.object({
      self: z.string(),
      events: z.string().meta({ description: 'Server-sent events: one each time that the state changes.' }),
      audio: z
        .string()
        .nullable()
        .meta({ description: 'Null until it is published, and on a private server.' })
    })
  })
  .meta({ id: 'EpisodeState' })

export type EpisodeState = z.infer<typeof episodeStateSchema>

export const showsSchema = z
  .object({
    shows: z.array(
      z.object({ id: slugSchema, title: z.string(), schedule: z.string().nullable(), timeZone: z.string() })
    )
  })
  .meta({ id: 'Shows' })

export const cancelledSchema = z
  .object({ cancelled: z.boolean().meta({ description: 'False where nothing was being made.' }) })
  .meta({ id: 'Cancelled' })

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ detail: z.string(), pointer: z.string() })).optional()
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457.' })
