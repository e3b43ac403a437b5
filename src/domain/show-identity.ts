import { z } from 'zod'

/** identity.json of a show: what is given to it once and never changes, wherever its feed moves. */
export const showIdentitySchema = z.object({
  /** podcast:guid. */
  podcastGuid: z.guid('a UUID is wanted, such as 917393e3-1b1e-5cef-ace4-edaa54e1f810'),
  /** Address of the feed that it was made from. */
  feedUrl: z.string()
})

export type ShowIdentity = z.infer<typeof showIdentitySchema>
