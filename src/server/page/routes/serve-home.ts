import type { Handler } from 'hono'
import { placeOf } from '../place-of.ts'
import { readShows } from '../read/read-show.ts'
import { homePage } from '../views/home-page.ts'
import { send, type Pages } from './pages.ts'

/** GET /: every show. */
export const serveHome =
  ({ home, assets }: Pages): Handler =>
  async context =>
    send(context, homePage(await readShows(home), placeOf(context.req.path, '/').root, assets))
