import type { Handler } from 'hono'
import { slugSchema } from '../../../domain/show.ts'
import { placeOf } from '../place-of.ts'
import { readShow } from '../read/read-show.ts'
import { showPage } from '../views/show-page.ts'
import { feedAddress, send, sendMissing, sendNoAddress, type Pages } from './pages.ts'

const pageNumber = (asked: string | undefined) => Math.max(1, Math.trunc(Number(asked) || 1))

/** GET /shows/<show>, with the `end` '' or '/'. */
export const serveShow =
  (pages: Pages, end: string): Handler =>
  async context => {
    const id = slugSchema.safeParse(context.req.param('show'))
    const own = `/shows/${context.req.param('show')}${end}`
    const show = id.success ? await readShow(pages.home, id.data) : null
    if (show === null) return sendMissing(pages, context, 'show', own)
    const feed = feedAddress(pages, context, show.id, own)
    if (feed === null) return sendNoAddress(context)
    const { root } = placeOf(context.req.path, own)
    const page = pageNumber(context.req.query('page'))
    return send(context, showPage({ show, root, assets: pages.assets, feed, page }))
  }
