import { html } from 'hono/html'
import type { PageAssets } from '../page-assets.ts'
import type { Markup } from './markup.ts'

export interface LayoutOptions {
  title: string
  /** From the page to where all pages are, with a slash at the end: addresses stay right under any prefix. */
  root: string
  assets: PageAssets
  body: Markup
  /** Address of the feed that the page is about. */
  feed?: string
}

export const layout = ({ title, root, assets, body, feed }: LayoutOptions): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${root}assets/${assets.icon.name}" />
        <link rel="stylesheet" href="${root}assets/${assets.css.name}" />
        <script type="module" src="${root}assets/${assets.js.name}"></script>
        ${feed === undefined ? '' : html`<link rel="alternate" type="application/rss+xml" href="${feed}" />`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${body}
        <footer>Made by AI with Duologue, on the machine that serves this page.</footer>
      </body>
    </html>`
