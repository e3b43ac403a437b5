import { z } from 'zod'

export const SPEECH_FAMILIES = ['flite', 'kokoro', 'piper', 'openai', 'azure'] as const

/** A kind of speech model: the voices of one are no voices of another. */
export type SpeechFamily = (typeof SPEECH_FAMILIES)[number]

/** A voice card: voices/<id>.json. */
export const voiceSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/),
  name: z.string(),
  /** The kind of speech model that it is a voice of. */
  model: z.enum(SPEECH_FAMILIES),
  /** BCP 47 tag of the language that the voice was made for. */
  language: z.string(),
  accent: z.string(),
  gender: z.enum(['female', 'male']),
  pitch: z.enum(['low', 'medium', 'high']).optional(),
  /** The maker's own mark, where it gives marks: A to F. */
  grade: z.string().optional(),
  sampleRateHz: z.int().positive(),
  /** Pace at speed 1; left out where it depends on the installed model, and is measured with it. */
  pace: z
    .strictObject({
      /** Over news text, pauses inside turns included; measured by `npm run bench:pace`. */
      wordsPerMinute: z.number().positive(),
      /** Between pauses, in syllables of the speakable text: it holds where many numbers are spelt out. */
      syllablesPerSecond: z.number().positive()
    })
    .optional(),
  licence: z.string(),
  /** Of the file that holds the voice; null where it is part of a package. */
  sha256: z.string().nullable(),
  sample: z.string()
})

export type Voice = z.infer<typeof voiceSchema>

/** How fast a voice speaks at speed 1. */
export type Pace = NonNullable<Voice['pace']>
