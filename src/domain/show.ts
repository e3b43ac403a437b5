import { z } from 'zod'
import { FORMAT_NEEDS, sourcesIn, type FormatName } from './format-needs.ts'
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
    .optional(),
  /** How the host is, for the prompt of a model; never said. */
  character: z
    .string()
    .max(300, 'use at most 300 characters')
    .regex(/^(?=.*\p{L})[^\p{Cc}\p{Zl}\p{Zp}]+$/u, 'say in plain words, on one line, how the host is')
    .optional()
})

const allDifferent = (hosts: readonly { name: string }[]): boolean =>
  new Set(hosts.map(({ name }) => name.trim().toLowerCase())).size === hosts.length

export const MOST_HOSTS = 4

export const hostsSchema = z
  .array(hostSchema)
  .min(1, `give 1 to ${MOST_HOSTS} hosts, each with a name`)
  .max(MOST_HOSTS, `give 1 to ${MOST_HOSTS} hosts, each with a name`)
  .refine(allDifferent, 'the hosts need different names')

/** Words of one article that are spoken in its own sentences, where its feed says nothing else. */
export const MOST_EXCERPT = 90

export const feedSourceSchema = z.strictObject({
  /** https, http, or file: (samples). */
  url: z.string().min(1),
  /** Spoken and printed instead of the feed's own title. */
  title: spokenNameSchema.max(80).optional(),
  weight: z.number().positive().max(10).default(1),
  /** Most words of one article's own sentences that an episode speaks; MOST_EXCERPT where absent. */
  excerpt: z.int().min(10).max(2000).optional(),
  /** Is the source named aloud? So it is where absent; notes link it in any case. */
  cite: z.boolean().optional(),
  /** May the pages be read that the feed leads to? They may where absent. */
  pages: z.boolean().optional()
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

export const FORMATS = Object.keys(FORMAT_NEEDS) as [FormatName, ...FormatName[]]

export const MOST_TEXT_BYTES = 200_000
export const topicSchema = z
  .string()
  .max(500, 'use at most 500 characters')
  .regex(/^(?=.*\p{L})[^\p{Cc}\p{Zl}\p{Zp}]+$/u, 'say in a sentence or two, on one line, what it is about')

/** A topic that a show wants more or nothing of: found in any form of its words, never inside another word. */
const topicPhraseSchema = z
  .string()
  .max(60, 'use at most 60 characters')
  .regex(
    /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N} '’&.-]+$/u,
    'use a word or a short phrase, for example "electric cars"'
  )
const topicPhrasesSchema = z.array(topicPhraseSchema).max(100, 'use at most 100 topics').default([])

export const topicsSchema = z.strictObject({ include: topicPhrasesSchema, exclude: topicPhrasesSchema })

export const MOST_KEPT = 10_000

const showShape = z.strictObject({
  id: slugSchema,
  title: spokenNameSchema.max(120),
  description: z.string().min(1).max(3900),
  /** BCP 47; English is what the built-in writer and voices speak. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as "en" or "en-gb"'),
  author: z.string().min(1).max(255),
  /** For directories that ask whose podcast it is; in the feed only where it is given. */
  email: z.email().max(255).optional(),
  link: z.url().optional(),
  category: z.string().min(1).default('News'),
  subcategory: z.string().min(1).optional(),
  hosts: hostsSchema,
  /** Empty where the show is made of a text or a topic. */
  feeds: z.array(feedSourceSchema).max(200).default([]),
  /** The text itself, as it is in its file. */
  text: z.string().min(1).max(MOST_TEXT_BYTES).optional(),
  topic: topicSchema.optional(),
  /** Cron pattern of five fields. */
  schedule: z.string().optional(),
  /** HH:MM in the time zone: an episode that the schedule made earlier on its day appears then. */
  releaseAt: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  /** IANA name. */
  timeZone: z.string(),
  minutes: z.number().min(1, 'use 1 to 60 minutes').max(60, 'use 1 to 60 minutes'),
  format: z.enum(FORMATS),
  stories: z.int().min(1).max(30),
  /** Stories on these topics count for more, or are left out. */
  topics: topicsSchema.optional(),
  music: z.boolean(),
  /** How many of the newest episodes keep their audio; all where absent. */
  keep: z.int().min(1).max(MOST_KEPT).optional(),
  /** A word as printed, and how this show says it: a spelling, or its phonemes between slashes. */
  lexicon: lexiconSchema.optional()
})

/** A configured programme, every default filled in. */
export const showSchema = showShape.refine(show => sourcesIn(show).length === 1, {
  error: 'give exactly one of feeds, text and topic'
})

export type LexiconEntries = z.infer<typeof lexiconSchema>
export type Host = z.infer<typeof hostSchema>
export type FeedSource = z.infer<typeof feedSourceSchema>
export type Show = z.infer<typeof showSchema>
