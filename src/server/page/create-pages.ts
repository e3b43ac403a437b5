import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { loadPageAssets } from './page-assets.ts'
import { PAGE_HEADERS } from './page-headers.ts'
import { serveAsset } from './routes/serve-asset.ts'
import { serveEpisode } from './routes/serve-episode.ts'
import { serveHome } from './routes/serve-home.ts'
import { serveShow } from './routes/serve-show.ts'

export interface PagesOptions {
  home: string
  /** Without a slash at the end; the address that was asked where undefined. */
  publicUrl: string | undefined
  /** Goes before the feed's path; where undefined, what the request has before the page's own path. */
  basePath?: string
}

/** The pages to hear the shows on. Mount them before the files of the shows. */
export function createPages(options: PagesOptions): Hono {
  const app = new Hono()
  const pages = { ...options, assets: loadPageAssets() }
  const small = compress({ encoding: 'gzip' })
  // A browser takes over what a 304 says of security: without the page's own policy it would get the strictest.
  const fresh = etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...Object.keys(PAGE_HEADERS)] })

  app.get('/assets/:name{page\\.[0-9a-f]{12}\\.(?:css|js|svg)}', small, serveAsset(pages))
  // Mounted under a prefix, the first has no slash at its end and the second has one.
  for (const path of ['/', '/:end{$}']) app.get(path, small, fresh, serveHome(pages))
  for (const end of ['', '/']) app.get(`/shows/:show{[^/]+}${end}`, small, fresh, serveShow(pages, end))
  app.get('/shows/:show{[^/]+}/episodes/:episode{[^/]+}', small, fresh, serveEpisode(pages))
  return app
}
