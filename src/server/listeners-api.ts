import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { createListenerBook } from './listener-book.ts'
import type { RateLimit } from './limit-rate.ts'
import type { FeedPlace } from './serve-feed.ts'
import { isTextType } from './shared-files.ts'
import { createPages } from './page/create-pages.ts'
import { createShowsApi } from './shows-api.ts'

const METHODS = ['GET', 'HEAD', 'OPTIONS']

const readOnly: MiddlewareHandler = async (context, next) =>
  METHODS.includes(context.req.method)
    ? next()
    : context.text('This can be read, not changed.', 405, { allow: METHODS.join(', ') })

/** A page that needs more says so itself: headers that are there already stay. */
const guards = secureHeaders({
  overwrite: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"]
  },
  crossOriginResourcePolicy: 'cross-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY'
})

/** Nothing of a private path is told apart from a path that is not there. */
export const nothingHere = (context: Context) => context.text('There is nothing here.', 404)

export interface ListenersContext extends FeedPlace {
  isPrivate: boolean
  limit: RateLimit
}

/** All that listeners and their apps may ask: open to everybody, or under a token of each listener's own. */
export function createListenersApi({ isPrivate, limit, ...place }: ListenersContext): Hono {
  const app = new Hono()
  const pages = createPages(place)
  app.use(guards, limit.handler, readOnly, compress({ encoding: 'gzip', contentTypeFilter: isTextType }))
  if (!isPrivate)
    return app.route('/', pages).route(
      '/',
      createShowsApi(place, () => '')
    )
  const book = createListenerBook(place.home)
  app.use('/l/:token/*', async (context, next) =>
    (await book.find(context.req.param('token'))) === null ? nothingHere(context) : next()
  )
  const under = (context: Context) => `/l/${context.req.param('token') ?? ''}`
  return app.route('/l/:token', pages).route('/l/:token', createShowsApi(place, under))
}
