import { z } from 'zod'
import { intensitySchema, styleSchema } from './style.ts'

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
  items: z.array(z.string()),
  /** How it is said, where it is not said plainly; never spoken. */
  style: styleSchema.optional(),
  intensity: intensitySchema.optional(),
  /** Silence after it, in place of the usual; at most a minute. */
  pauseMs: z.int().min(0).max(60_000).optional()
})

/** A part of the episode that gets a chapter: the opening, each story, the close. */
export const segmentSchema = z.object({
  id: z.string(),
  kind: z.enum(['opening', 'story', 'close']),
  title: z.string().min(1),
  story: z.string().nullable()
})

/** Ids of turns. */
export const correctionSchema = z.object({ dropped: z.array(z.string()), added: z.array(z.string()) })

const scriptShape = z.object({
  inputHash: z.string(),
  title: z.string().min(1),
  language: z.string(),
  /** Who wrote it: `builtin`, or the name of a model. */
  writer: z.string(),
  segments: z.array(segmentSchema).min(1),
  turns: z.array(turnSchema).min(1),
  /** Prepared turns that were left out for want of time, each for the end of its segment: what is added where the episode comes out too short. */
  spare: z.array(turnSchema).optional(),
  /** Hash of the turns as they were written: differs where a person has edited them. */
  written: z.string().optional(),
  /** What was left out of the turns and added to them, once, after their length was heard. */
  corrected: correctionSchema.optional()
})

/** Turn ids are unique, turns follow the order of the segments, and at least one story is told: edited scripts are checked by it. */
export const scriptSchema = scriptShape.superRefine(({ segments, turns }, context) => {
  const fault = (index: number, message: string) =>
    context.addIssue({ code: 'custom', path: ['turns', index], message })
  const seen = new Set<string>()
  let at = 0
  turns.forEach(({ id, segment }, index) => {
    if (seen.has(id)) fault(index, `the id ${id} is used twice; give each turn an id of its own`)
    seen.add(id)
    const position = segments.findIndex(known => known.id === segment)
    if (position === -1)
      fault(index, `turn ${id} is of the segment "${segment}", which is not in the list of segments`)
    else if (position < at)
      fault(index, `turn ${id} comes after a later segment; keep the turns in the order of the segments`)
    else at = position
  })
  const told = segments.some(({ id, kind }) => kind === 'story' && turns.some(turn => turn.segment === id))
  if (!told)
    context.addIssue({ code: 'custom', path: ['turns'], message: 'no turn tells a story; keep at least one' })
})

export type TurnKind = (typeof TURN_KINDS)[number]
export type Turn = z.infer<typeof turnSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Correction = z.infer<typeof correctionSchema>
export type Script = z.infer<typeof scriptSchema>
