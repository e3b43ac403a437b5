import { z } from 'zod'

/** A sentence of a turn and when it is heard, in ms from the start of the take. */
export const spanSchema = z.object({
  text: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  /** Pauses inside the sentence, [from, to] on the same clock. */
  pauses: z.array(z.tuple([z.number(), z.number()])).optional()
})

/** What is known of a rendered take; stands beside its WAV, so that a reused take needs no decoding. */
export const takeInfoSchema = z.object({
  durationMs: z.number().positive(),
  sampleRateHz: z.int().positive(),
  /** Root mean square over the parts that are not pauses, dBFS. */
  speechLevelDbfs: z.number(),
  /** Spoken forms, with times. */
  spans: z.array(spanSchema),
  /** Symbols that the model had no sound for, and how often each was left out. */
  dropped: z.record(z.string(), z.int().positive()).optional()
})

/** The rendered audio of one turn. */
export const takeSchema = takeInfoSchema.extend({
  turn: z.string(),
  host: z.string(),
  voice: z.string(),
  /** Content address in the library: model, voice, style, speed and spoken text. */
  sha256: z.string(),
  /** Sentences as printed (not as spoken), with times. */
  spans: z.array(spanSchema)
})

export const takesSchema = z.object({
  inputHash: z.string(),
  speech: z.string(),
  takes: z.array(takeSchema).min(1)
})

export type Span = z.infer<typeof spanSchema>
export type TakeInfo = z.infer<typeof takeInfoSchema>
export type Take = z.infer<typeof takeSchema>
export type Takes = z.infer<typeof takesSchema>
