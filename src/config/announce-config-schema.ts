import { canParseUrl } from '../domain/can-parse-url.ts'
import { z } from 'zod'
import { slugSchema } from '../domain/show.ts'

const ADDRESS_HELP =
  'use an address such as https://example.org/, without a name and password and without a #'

const isAskable = (address: string): boolean => {
  if (!canParseUrl(address)) return false
  const { protocol, username, password, hash } = new URL(address)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' && hash === ''
}

const addressSchema = z.string().max(2000, 'use an address of at most 2000 characters').refine(isAskable, {
  error: ADDRESS_HELP
})

const eachOnce = (addresses: readonly string[]): boolean =>
  new Set(addresses.map(address => new URL(address).href)).size === addresses.length

const askable = (addresses: readonly string[]) => addresses.every(isAskable)

const hubsSchema = z
  .union(
    [
      addressSchema.transform(hub => [hub]),
      z
        .array(addressSchema)
        .min(1)
        .max(10)
        .refine(hubs => !askable(hubs) || eachOnce(hubs), 'name each hub once')
    ],
    { error: `name one hub, or a list of them; ${ADDRESS_HELP}` }
  )
  .default([])
  .describe(
    'WebSub hubs, each told when a feed has changed, and named in the feed: https://pubsubhubbub.appspot.com/'
  )

const webhookSchema = z.union(
  [
    addressSchema.transform(url => ({ url, shows: undefined })),
    z.strictObject({
      url: addressSchema.describe('Where the message is posted to.'),
      shows: z
        .array(slugSchema)
        .min(1, 'name at least one show, or leave it out for all of them')
        .optional()
        .describe('The shows whose episodes it is told of; all of them where this is left out.')
    })
  ],
  { error: `give an address, or {url, shows}; ${ADDRESS_HELP}` }
)

/** Who is told that an episode is out. */
export const announceConfigSchema = z
  .strictObject({
    websub: hubsSchema,
    podping: z
      .boolean()
      .default(false)
      .describe('Tell Podping that a feed has changed? Its token comes from DUOLOGUE_PODPING_TOKEN.'),
    podping_url: addressSchema
      .default('https://podping.cloud/')
      .describe('The Podping service that is asked: GET with url, reason and medium.'),
    webhooks: z
      .array(webhookSchema)
      .max(20, 'name at most 20 webhooks')
      .refine(hooks => !askable(hooks.map(({ url }) => url)) || eachOnce(hooks.map(({ url }) => url)), {
        error: 'name each address once, with all of its shows'
      })
      .default([])
      .describe(
        'Addresses that get a signed message (standardwebhooks.com) with each episode; the secret comes from DUOLOGUE_WEBHOOK_SECRET: whsec_ and base64, or a text that is taken byte for byte.'
      )
  })
  .prefault({})
  .describe('Who is told that an episode is out, after it is in the feed.')

export type AnnounceConfig = z.infer<typeof announceConfigSchema>
