import { z } from 'zod'

/** How much of the story an item carries. */
export const SUBSTANCES = ['full', 'summary', 'headline'] as const

/** One entry of a feed, as plain text. Paragraphs of `text` are parted by a blank line. */
export const itemSchema = z.object({
  /** SHA-256 over feed and guid, else link, else title: nothing from a feed becomes a file name. */
  id: z.string(),
  feedId: z.string(),
  /** The publisher's name, as it is said. */
  outlet: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  /** ISO 8601; null where the feed gives no usable date. */
  publishedAt: z.string().nullable(),
  topics: z.array(z.string()),
  text: z.string(),
  substance: z.enum(SUBSTANCES),
  /** ISO 8601: when an item without a date was first seen in its feed. */
  firstSeenAt: z.string().optional(),
  /** Most words of its own sentences that may be spoken; MOST_EXCERPT of show.ts where absent. */
  excerpt: z.int().optional(),
  /** Is its source to be named aloud? So it is where absent. */
  cite: z.boolean().optional()
})

export const FEED_KINDS = ['rss', 'atom', 'json'] as const

/** What one feed gave: the artefact of one fetch job. */
export const fetchedFeedSchema = z.object({
  feedId: z.string(),
  url: z.string(),
  title: z.string(),
  kind: z.enum(FEED_KINDS),
  bytes: z.number(),
  /** Items that the feed has; the first 500 are kept. */
  found: z.number().optional(),
  /** Of the items, those that were not in it the time before. */
  newItems: z.number().optional(),
  /** Were its bytes those of the time before? */
  unchanged: z.boolean().optional(),
  /** Why it was not asked this time, where it was not. */
  note: z.string().nullish(),
  /** SHA-256 of what its items say. */
  content: z.string().optional(),
  items: z.array(itemSchema)
})

/** What is kept of a feed from one episode to the next, for all shows that have it. */
export const rememberedFeedSchema = z.object({
  /** SHA-256 of the bytes that it was made of. */
  body: z.string(),
  /** Changes when items come to be made of the same bytes in another way. */
  madeAs: z.string(),
  feed: fetchedFeedSchema,
  /** Of items without a date: when each was first seen, ISO 8601, by its id. */
  firstSeen: z.record(z.string(), z.string())
})

export type RememberedFeed = z.infer<typeof rememberedFeedSchema>

export type Item = z.infer<typeof itemSchema>
export type FeedKind = (typeof FEED_KINDS)[number]
export type FetchedFeed = z.infer<typeof fetchedFeedSchema>
