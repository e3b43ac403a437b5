import { z } from 'zod'
import { itemSchema } from './feed.ts'

/** The items of one or more feeds that report the same thing. */
export const storySchema = z.object({
  id: z.string(),
  /** The lead item's title. */
  title: z.string(),
  /** Lead item first. */
  items: z.array(itemSchema).min(1),
  /** Distinct publishers, the lead item's first. */
  outlets: z.array(z.string()),
  topic: z.string().nullable(),
  score: z.number(),
  /** Seconds of air time. */
  budgetSeconds: z.number()
})

export const leftOutSchema = z.object({ title: z.string(), outlet: z.string(), reason: z.string() })

/** What became of everything that the feeds offered. */
export const funnelSchema = z.object({
  feedsAsked: z.number(),
  feedsAnswered: z.number(),
  feedsFailed: z.array(z.object({ url: z.string(), reason: z.string() })),
  itemsSeen: z.number(),
  itemsTold: z.number(),
  itemsHeadlineOnly: z.number(),
  itemsOld: z.number(),
  stories: z.number(),
  storiesChosen: z.number(),
  storiesLeftOut: z.array(leftOutSchema)
})

/** The stories chosen for an episode, in order. */
export const rundownSchema = z.object({
  inputHash: z.string(),
  show: z.string(),
  episode: z.string(),
  /** Calendar day that the hosts say, YYYY-MM-DD. */
  date: z.string(),
  stories: z.array(storySchema),
  funnel: funnelSchema
})

export type Story = z.infer<typeof storySchema>
export type LeftOut = z.infer<typeof leftOutSchema>
export type Funnel = z.infer<typeof funnelSchema>
export type Rundown = z.infer<typeof rundownSchema>
