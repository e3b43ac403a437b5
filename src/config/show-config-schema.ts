import { canParseUrl } from '../domain/can-parse-url.ts'
import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import { FORMAT_NEEDS, faultOfHosts, faultOfSource, sourceOf, sourcesIn } from '../domain/format-needs.ts'
import {
  FORMATS,
  MOST_KEPT,
  feedSourceSchema,
  hostsSchema,
  lexiconSchema,
  spokenNameSchema,
  topicSchema,
  topicsSchema
} from '../domain/show.ts'

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

const isBelow = (path: string): boolean => path.startsWith('./') && !path.split('/').includes('..')

const feedAddress = z
  .string()
  .refine(url => isBelow(url) || (canParseUrl(url) && /^https?:$/.test(new URL(url).protocol)), FEED_HELP)

const feedSchema = z.union([feedAddress, feedSourceSchema.extend({ url: feedAddress })], { error: FEED_HELP })

const KEEP_HELP = `use a whole number of episodes, 1 to ${MOST_KEPT}, or leave it out to keep all`

const showFields = z.strictObject({
  title: spokenNameSchema.max(120).describe('The name of the show, as it is said and printed.'),
  description: z.string().min(1).max(3900).describe('What a podcast app prints about the show.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as en or en-gb')
    .default('en')
    .describe('BCP 47 tag. The built-in writer and voices speak English.'),
  author: z.string().min(1).max(255).default('Duologue'),
  email: z
    .email('use an address such as podcast@example.org')
    .max(255)
    .optional()
    .describe('Printed in the feed, for all to read: directories write to it to see whose podcast it is.'),
  link: z.url('use an address such as https://example.org/').optional().describe("The show's own page."),
  category: z.string().min(1).default('News').describe("A category of Apple's list."),
  subcategory: z.string().min(1).optional(),
  hosts: hostsSchema
    .optional()
    .describe(
      'One to four, as the format takes them: each with a name, and a voice and a character if wished.'
    ),
  feeds: z.array(feedSchema).min(1, 'give at least one feed').max(200).optional(),
  text: z
    .string()
    .refine(
      path => isBelow(path) && /\.(?:txt|md)$/i.test(path),
      'give a path below this file that starts with ./ and ends with .txt or .md'
    )
    .optional()
    .describe(
      'Instead of feeds: a text that is read, UTF-8 and at most 200 KB, in formats narration, story and meditation.'
    ),
  topic: topicSchema
    .optional()
    .describe('Instead of feeds: what a model is to invent a story or a meditation about.'),
  schedule: z
    .string()
    .refine(isCron, 'use a cron pattern of five fields, for example "0 6 * * *" for six every morning')
    .optional(),
  release_at: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'use a time of day such as "06:00"')
    .optional()
    .describe(
      "When what the schedule made appears, in the show's time zone on the episode's day; at once where that is past."
    ),
  time_zone: z.string().refine(isTimeZone, 'use an IANA time zone such as Europe/London').default('UTC'),
  minutes: z.number().min(1, 'use 1 to 60 minutes').max(60, 'use 1 to 60 minutes').default(5),
  format: z.enum(FORMATS).default('brief').describe('How an episode is told.'),
  stories: z
    .int()
    .min(1)
    .max(30)
    .default(6)
    .describe('How many stories an episode tells, if the material allows.'),
  music: z.boolean().default(true).describe('A short sting at the start and at the end.'),
  keep: z
    .int(KEEP_HELP)
    .min(1, KEEP_HELP)
    .max(MOST_KEPT, KEEP_HELP)
    .optional()
    .describe(
      'How many of the newest episodes keep their audio and stay in the feed; all where it is left out. The transcripts of the others stay.'
    ),
  topics: topicsSchema
    .optional()
    .describe(
      'Words and short phrases: stories about those in include are told rather, about those in exclude never.'
    ),
  lexicon: lexiconSchema
    .optional()
    .describe('How this show says words: in letters ("Keeve"), or in phonemes between slashes ("/kˈiːv/").')
})

type ShowFields = z.infer<typeof showFields>

const DEFAULT_HOSTS = [{ name: 'Sarah' }, { name: 'Ray' }]
/** As many of the default hosts as the format takes. */
const hostsOf = ({ hosts, format }: ShowFields) =>
  hosts ?? DEFAULT_HOSTS.slice(0, FORMAT_NEEDS[format].hosts.most)

function faultOfSources(show: ShowFields): string | null {
  const given = sourcesIn(show)
  if (given.length === 1) return null
  return given.length === 0
    ? 'there is nothing to make an episode of; give feeds, or instead of them a text or a topic'
    : `has ${given.join(' and ')}; an episode is made of one of them, so keep one`
}

const faultOfRelease = ({ release_at, schedule }: ShowFields): string | null =>
  release_at !== undefined && schedule === undefined
    ? 'it holds back what a schedule makes; give a schedule too, or leave it out'
    : null

type Check = (show: ShowFields) => string | null

/** Each with the key that a person would change. */
const FITS: readonly [path: string[], check: Check][] = [
  [[], faultOfSources],
  [['format'], show => (faultOfSources(show) === null ? faultOfSource(show.format, sourceOf(show)) : null)],
  [['release_at'], faultOfRelease],
  [['hosts'], show => faultOfHosts(show.format, hostsOf(show).length, sourceOf(show))]
]

/** Fields that the checks read: where one of them is wrong itself, that is said instead. */
const readable = showFields.pick({ hosts: true, feeds: true, text: true, topic: true, format: true }).loose()

/** A show in duologue.yaml; its hosts are filled in as the format takes them. */
export const showConfigSchema = FITS.reduce(
  (schema, [path, check]) =>
    schema.refine(show => check(show) === null, {
      path,
      error: ({ input }) => check(input as ShowFields) ?? '',
      when: ({ value }) => readable.safeParse(value).success
    }),
  showFields
).transform(show => ({ ...show, hosts: hostsOf(show) }))

export type ShowConfig = z.infer<typeof showConfigSchema>
