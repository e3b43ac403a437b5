import { html } from 'hono/html'
import type { PageAssets } from '../page-assets.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'

/** Said with a 404. */
export const missingPage = (what: string, root: string, assets: PageAssets): Markup =>
  layout({
    title: `No such ${what}`,
    root,
    assets,
    body: html`<main id="main" class="alone">
      <h1>There is no such ${what}</h1>
      <p><a href="${root}">All shows</a></p>
    </main>`
  })
