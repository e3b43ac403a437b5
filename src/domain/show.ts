import { z } from 'zod'
import { SPEECH_FAMILIES } from './voice.ts'

/** Names that become folders, job ids and addresses. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9]|-(?!-)){0,62}(?<!-)$/,
    'use 1 to 63 of a-z, 0-9 and single hyphens, for example "morning-brief"'
  )

/** A name that a voice can say: letters, digits and ordinary punctuation on one line. */
export const spokenNameSchema = z
  .string()
  .regex(
    /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N} .,'’!?&+:;()/–-]+$/u,
    'it is said aloud: use letters, digits and ordinary punctuation on one line, no brackets, emoji or signs'
  )

const voiceIdSchema = z.string().min(1).max(200)

export const hostSchema = z.strictObject({
  name: spokenNameSchema.max(40),
  /** A voice of the speech model that is used, or one for each kind: {flite: slt, kokoro: af_heart}; left out, a good one is chosen. */
  voice: z
    .union([voiceIdSchema, z.partialRecord(z.enum(SPEECH_FAMILIES), voiceIdSchema)], {
      error: `give a voice's name, or one for each kind of speech: {flite: slt, kokoro: af_heart}; the kinds are ${SPEECH_FAMILIES.join(', ')}`
    })
    .optional()
})

export const feedSourceSchema = z.strictObject({
  /** https, http, or file: (samples). */
  url: z.string().min(1),
  /** Spoken and printed instead of the feed's own title. */
  title: spokenNameSchema.max(80).optional(),
  weight: z.number().positive().max(10).default(1)
})

/** Words of a lexicon on the left; on the right how they are said, in letters or in IPA between slashes. */
export const lexiconSchema = z.record(
  z.string().regex(/^(?=.*\p{L})[^[\]()]{1,80}$/u, 'the word on the left needs a letter, and no brackets'),
  z
    .string('write it as text, in quotes if need be')
    .regex(
      /^(?:[A-Za-z][A-Za-z' -]*|\/[^/[\]()\s](?:[^/[\]()]*[^/[\]()\s])?\/)$/,
      "spell how it is said with A-Z, blanks, hyphens and ', or give its phonemes in IPA between slashes, as in /kˈiːɪv/"
    )
)

export const FORMATS = ['brief'] as const

/** A configured programme, every default filled in. */
export const showSchema = z.strictObject({
  id: slugSchema,
  title: spokenNameSchema.max(120),
  description: z.string().min(1).max(3900),
  /** BCP 47; English is what the built-in writer and voices speak. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as "en" or "en-gb"'),
  author: z.string().min(1).max(255),
  link: z.url().optional(),
  category: z.string().min(1).default('News'),
  subcategory: z.string().min(1).optional(),
  hosts: z.array(hostSchema).length(2),
  feeds: z.array(feedSourceSchema).min(1).max(200),
  /** Cron pattern of five fields. */
  schedule: z.string().optional(),
  /** IANA name. */
  timeZone: z.string(),
  minutes: z.number().min(1, 'use 1 to 60 minutes').max(60, 'use 1 to 60 minutes'),
  format: z.enum(FORMATS),
  stories: z.int().min(1).max(30),
  music: z.boolean(),
  /** A word as printed, and how this show says it: a spelling, or its phonemes between slashes. */
  lexicon: lexiconSchema.optional()
})

export type LexiconEntries = z.infer<typeof lexiconSchema>
export type Host = z.infer<typeof hostSchema>
export type FeedSource = z.infer<typeof feedSourceSchema>
export type Show = z.infer<typeof showSchema>
