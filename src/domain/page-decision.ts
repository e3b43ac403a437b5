import { z } from 'zod'
import { SUBSTANCES } from './feed.ts'

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
