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
  substance: z.enum(SUBSTANCES)
})

export const FEED_KINDS = ['rss', 'atom', 'json'] as const

/** What one feed gave: the artefact of one fetch job. */
export const fetchedFeedSchema = z.object({
  feedId: z.string(),
  url: z.string(),
  title: z.string(),
  kind: z.enum(FEED_KINDS),
  bytes: z.number(),
  items: z.array(itemSchema)
})

export type Item = z.infer<typeof itemSchema>
export type FeedKind = (typeof FEED_KINDS)[number]
export type FetchedFeed = z.infer<typeof fetchedFeedSchema>
