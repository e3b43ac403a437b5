import { z } from 'zod'
import { SUBSTANCES } from './feed.ts'

/** A page that is worth reading before the rundown is made. */
export const pageWishSchema = z.object({ itemId: z.string(), feedId: z.string(), url: z.string() })

/** pages.json: the pages that a run reads, so that they are chosen once. */
export const pageWishesSchema = z.object({ run: z.string(), wishes: z.array(pageWishSchema) })

export type PageWish = z.infer<typeof pageWishSchema>

/** pages/<item>.json: what was obtained of an item whose page was read. */
export const pageDecisionSchema = z.object({
  itemId: z.string(),
  url: z.string(),
  /** How much of the story there is now. */
  substance: z.enum(SUBSTANCES),
  text: z.string(),
  from: z.enum(['feed', 'page']),
  /** Why the page's text was not taken; null where it was. */
  refused: z.string().nullable()
})

export type PageDecision = z.infer<typeof pageDecisionSchema>
