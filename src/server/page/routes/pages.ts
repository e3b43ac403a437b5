import type { Context } from 'hono'
import { askedAddress } from '../asked-address.ts'
import type { PageAssets } from '../page-assets.ts'
import { PAGE_HEADERS } from '../page-headers.ts'
import { placeOf } from '../place-of.ts'
import type { Markup } from '../views/markup.ts'
import { missingPage } from '../views/missing-page.ts'

/** What every route knows. */
export interface Pages {
  home: string
  publicUrl: string | undefined
  basePath?: string
  assets: PageAssets
}

export const send = (context: Context, page: Markup, status: 200 | 404 = 200) =>
  context.html(page, status, PAGE_HEADERS)

/** `own`: the page's path without what it is mounted under. */
export const sendMissing = ({ assets }: Pages, context: Context, what: string, own: string) =>
  send(context, missingPage(what, placeOf(context.req.path, own).root, assets), 404)

export const sendNoAddress = (context: Context) => context.text('The Host header is not an address.', 400)

/** The feed of a show as a listener can reach it; null where the Host header is no address. */
export function feedAddress(
  { publicUrl, basePath }: Pages,
  context: Context,
  show: string,
  own: string
): string | null {
  const address = publicUrl ?? askedAddress(context.req.header('host'))
  const before = basePath ?? placeOf(context.req.path, own).before
  return address === null ? null : `${address}${before}/shows/${show}/feed.xml`
}
