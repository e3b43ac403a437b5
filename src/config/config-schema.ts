import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import {
  FORMATS,
  feedSourceSchema,
  hostSchema,
  lexiconSchema,
  slugSchema,
  spokenNameSchema
} from '../domain/show.ts'
import { parseSpeechChoice, SPEECH_HELP } from './speech-choice.ts'

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

const isCron = (pattern: string): boolean => {
  if (pattern.trim().split(/\s+/).length !== 5) return false
  try {
    return CronExpressionParser.parse(pattern) !== undefined
  } catch {
    return false
  }
}

const FEED_HELP =
  'give the address of a feed (https://…), a path below this file that starts with ./, or {url, title, weight}'

const feedAddress = z
  .string()
  .refine(
    url =>
      (url.startsWith('./') && !url.split('/').includes('..')) ||
      (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)),
    FEED_HELP
  )

const feedSchema = z.union([feedAddress, feedSourceSchema.extend({ url: feedAddress })], { error: FEED_HELP })

const showConfigSchema = z.strictObject({
  title: spokenNameSchema.max(120).describe('The name of the show, as it is said and printed.'),
  description: z.string().min(1).max(3900).describe('What a podcast app prints about the show.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as en or en-gb')
    .default('en')
    .describe('BCP 47 tag. The built-in writer and voices speak English.'),
  author: z.string().min(1).max(255).default('Duologue'),
  link: z.url('use an address such as https://example.org/').optional().describe("The show's own page."),
  category: z.string().min(1).default('News').describe("A category of Apple's list."),
  subcategory: z.string().min(1).optional(),
  hosts: z
    .array(hostSchema)
    .length(2, 'give exactly two hosts, each with a name and a voice')
    .refine(hosts => hosts[0]?.name !== hosts[1]?.name, 'the two hosts need different names')
    .default([{ name: 'Sarah' }, { name: 'Ray' }]),
  feeds: z.array(feedSchema).min(1, 'give at least one feed').max(200),
  schedule: z
    .string()
    .refine(isCron, 'use a cron pattern of five fields, for example "0 6 * * *" for six every morning')
    .optional(),
  time_zone: z.string().refine(isTimeZone, 'use an IANA time zone such as Europe/London').default('UTC'),
  minutes: z.number().min(1, 'use 1 to 60 minutes').max(60, 'use 1 to 60 minutes').default(5),
  format: z.enum(FORMATS).default('brief'),
  stories: z
    .int()
    .min(1)
    .max(30)
    .default(6)
    .describe('How many stories an episode tells, if the material allows.'),
  music: z.boolean().default(true).describe('A short sting at the start and at the end.'),
  lexicon: lexiconSchema
    .optional()
    .describe('How this show says words: in letters ("Keeve"), or in phonemes between slashes ("/kˈiːv/").')
})

const speechNameSchema = z
  .string()
  .min(1)
  .refine(name => parseSpeechChoice(name) !== null, SPEECH_HELP)

export const DEVICES = ['cpu', 'webgpu', 'cuda', 'auto'] as const

/** What speaks, and on what; the name alone is short for {model: name}. */
const speechSchema = z
  .union(
    [
      speechNameSchema.transform(model => ({ model, device: 'cpu' as const, workers: undefined })),
      z.strictObject({
        model: speechNameSchema.default('auto'),
        device: z
          .enum(DEVICES)
          .default('cpu')
          .describe('Where neural voices are rendered; falls back to the processor.'),
        workers: z
          .int()
          .min(1)
          .max(64)
          .optional()
          .describe('How many sentences are rendered at once; chosen by cores and memory where absent.')
      })
    ],
    { error: `${SPEECH_HELP}; or {model, device, workers}, where device is one of ${DEVICES.join(', ')}` }
  )
  .describe('What speaks: auto is the best that is installed.')

/** duologue.yaml. */
export const configSchema = z.strictObject({
  server: z
    .strictObject({
      public_url: z
        .url({
          protocol: /^https?$/,
          error: 'use the address that listeners reach, for example https://podcasts.example.org'
        })
        .optional()
    })
    .default({}),
  fetch: z
    .strictObject({
      private_addresses: z
        .boolean()
        .default(false)
        .describe('May feeds live on private addresses (a home network)?')
    })
    .default({ private_addresses: false }),
  writer: z.string().min(1).default('builtin'),
  speech: speechSchema.default({ model: 'auto', device: 'cpu', workers: undefined }),
  shows: z
    .record(slugSchema, showConfigSchema)
    .refine(shows => Object.keys(shows).length > 0, 'configure at least one show')
})

export type Config = z.infer<typeof configSchema>
export type ShowConfig = z.infer<typeof showConfigSchema>
