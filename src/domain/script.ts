import { z } from 'zod'

export const TURN_KINDS = ['welcome', 'lineup', 'lead', 'detail', 'close'] as const

/** One host's uninterrupted lines. */
export const turnSchema = z.object({
  id: z.string().regex(/^t\d{2,4}$/, 'turn ids are t01, t02, …'),
  host: z.string().min(1),
  kind: z.enum(TURN_KINDS),
  /** The segment (chapter) this turn belongs to. */
  segment: z.string(),
  /** What is said, as it would be printed. */
  text: z.string().min(1),
  /** Ids of the items that the turn rests on. */
  items: z.array(z.string())
})

/** A part of the episode that gets a chapter: the opening, each story, the close. */
export const segmentSchema = z.object({
  id: z.string(),
  kind: z.enum(['opening', 'story', 'close']),
  title: z.string().min(1),
  story: z.string().nullable()
})

export const scriptSchema = z.object({
  inputHash: z.string(),
  title: z.string().min(1),
  language: z.string(),
  /** Who wrote it: `builtin`, or the name of a model. */
  writer: z.string(),
  segments: z.array(segmentSchema).min(1),
  turns: z.array(turnSchema).min(1)
})

export type TurnKind = (typeof TURN_KINDS)[number]
export type Turn = z.infer<typeof turnSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Script = z.infer<typeof scriptSchema>
