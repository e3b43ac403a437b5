import { z } from 'zod'

/** A voice card: voices/<id>.json. */
export const voiceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  name: z.string(),
  /** The speech model that renders it. */
  model: z.string(),
  accent: z.string(),
  gender: z.enum(['female', 'male']),
  pitch: z.enum(['low', 'medium', 'high']),
  sampleRateHz: z.int().positive(),
  /** Speaking pace at speed 1 over news text, pauses inside turns included; measured by `npm run bench:pace`. */
  wordsPerMinute: z.number().positive(),
  /** The pace between pauses, in syllables of the speakable text: it holds where many numbers are spelt out. */
  syllablesPerSecond: z.number().positive(),
  licence: z.string(),
  /** Of the file that holds the voice; null where it is part of a package. */
  sha256: z.string().nullable(),
  sample: z.string()
})

export type Voice = z.infer<typeof voiceSchema>
