import type { Handler } from 'hono'
import type { Pages } from './pages.ts'

/** Style, script and icon: kept for good, as their names change with them. */
export const serveAsset =
  ({ assets }: Pages): Handler =>
  context => {
    const asset = Object.values(assets).find(({ name }) => name === context.req.param('name'))
    if (asset === undefined) return context.text('There is no such file.', 404)
    return context.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding'
    })
  }
