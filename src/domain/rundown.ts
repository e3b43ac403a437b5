import { z } from 'zod'
import { itemSchema } from './feed.ts'

/** Where outlets give different numbers for the same thing. */
export const differenceSchema = z.object({
  /** "dead", "profit". */
  what: z.string(),
  /** Newest first; each as its outlet writes it, with "at least" and the like. */
  values: z.array(z.object({ value: z.string(), outlet: z.string(), itemId: z.string() })).min(2)
})

/** That an earlier episode told the story, and what has come since. */
export const followUpSchema = z.object({
  /** Title of the story as it was told. */
  of: z.string(),
  episode: z.string(),
  /** Calendar day that the hosts of that episode said, YYYY-MM-DD. */
  date: z.string(),
  /** Ids of the items that it was told from. */
  told: z.array(z.string()),
  newItemIds: z.array(z.string()).min(1)
})

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
  budgetSeconds: z.number(),
  /** Absent where the outlets agree. */
  differences: z.array(differenceSchema).min(1).optional(),
  /** Absent where no earlier episode told it. */
  followUp: followUpSchema.optional()
})

export const leftOutSchema = z.object({ title: z.string(), outlet: z.string(), reason: z.string() })

/** What became of the pages of promising stories. */
export const pagesReportSchema = z.object({
  asked: z.number(),
  /** Whose text was taken. */
  taken: z.number(),
  /** Why the others were not. */
  notTaken: z.array(z.object({ url: z.string(), reason: z.string() }))
})

/** What became of everything that the feeds offered. */
export const funnelSchema = z.object({
  feedsAsked: z.number(),
  feedsAnswered: z.number(),
  /** Of those that answered: with the same as the time before. */
  feedsUnchanged: z.number().optional(),
  feedsFailed: z.array(z.object({ url: z.string(), reason: z.string() })),
  itemsSeen: z.number(),
  /** Of those seen: not in their feed the time before. */
  itemsNew: z.number().optional(),
  /** Of those seen: worth comparing, which leaves out headlines and advertisements. */
  itemsClustered: z.number().optional(),
  /** Of those compared: whole articles. */
  itemsFullText: z.number().optional(),
  itemsTold: z.number(),
  itemsHeadlineOnly: z.number(),
  itemsOld: z.number(),
  /** Absent where none was to be read. */
  pages: pagesReportSchema.optional(),
  stories: z.number(),
  storiesScored: z.number().optional(),
  storiesChosen: z.number(),
  storiesLeftOut: z.array(leftOutSchema)
})

/** What could be chosen from: a hash of the show as it was configured, and one of each feed's items, by its address. */
const offerSchema = z.object({ show: z.string(), feeds: z.record(z.string(), z.string()) })

/** The stories chosen for an episode, in order. */
export const rundownSchema = z.object({
  inputHash: z.string(),
  show: z.string(),
  episode: z.string(),
  /** Calendar day that the hosts say, YYYY-MM-DD. */
  date: z.string(),
  stories: z.array(storySchema),
  funnel: funnelSchema,
  offer: offerSchema.optional()
})

export type Difference = z.infer<typeof differenceSchema>
export type FollowUp = z.infer<typeof followUpSchema>
export type Story = z.infer<typeof storySchema>
export type LeftOut = z.infer<typeof leftOutSchema>
export type PagesReport = z.infer<typeof pagesReportSchema>
export type Offer = z.infer<typeof offerSchema>
export type Funnel = z.infer<typeof funnelSchema>
export type Rundown = z.infer<typeof rundownSchema>
