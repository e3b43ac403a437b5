import { z } from 'zod'
import { spanSchema } from './take.ts'

/** When each turn is heard, in ms from the start of the episode. */
export const heardTurnSchema = z.object({
  turn: z.string(),
  host: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  spans: z.array(spanSchema)
})

export const chapterSchema = z.object({
  segment: z.string(),
  title: z.string(),
  startMs: z.number(),
  endMs: z.number()
})

/** The encoded, loudness-true file, as measured on the file itself. */
export const masterSchema = z.object({
  inputHash: z.string(),
  durationMs: z.number().positive(),
  bytes: z.int().positive(),
  sha256: z.string(),
  loudnessLufs: z.number(),
  truePeakDbtp: z.number(),
  heard: z.array(heardTurnSchema),
  chapters: z.array(chapterSchema)
})

export type HeardTurn = z.infer<typeof heardTurnSchema>
export type Chapter = z.infer<typeof chapterSchema>
export type Master = z.infer<typeof masterSchema>
