import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { loadPageAssets } from './page-assets.ts'
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

  app.get('/assets/:name{page\\.[0-9a-f]{12}\\.(?:css|js|svg)}', small, serveAsset(pages))
  // Mounted under a prefix, the first has no slash at its end and the second has one.
  for (const path of ['/', '/:end{$}']) app.get(path, small, etag(), serveHome(pages))
  for (const end of ['', '/']) app.get(`/shows/:show{[^/]+}${end}`, small, etag(), serveShow(pages, end))
  app.get('/shows/:show{[^/]+}/episodes/:episode{[^/]+}', small, etag(), serveEpisode(pages))
  return app
}
