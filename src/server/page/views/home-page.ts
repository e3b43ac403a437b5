import { html } from 'hono/html'
import type { PageAssets } from '../page-assets.ts'
import { plain } from '../read/plain.ts'
import type { ShowOnPage } from '../read/read-show.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'
import { dateText } from './time-text.ts'

function showMarkup({ id, title, description, cover, timeZone, episodes }: ShowOnPage, root: string) {
  const [newest] = episodes
  return html`<li>
    ${
      cover !== null
        ? html`<img
            src="${root}shows/${id}/${cover}"
            class="cover"
            alt=""
            width="80"
            height="80"
            loading="lazy"
          />`
        : html`<div class="cover"></div>`
    }
    <div>
      <h2><a href="${root}shows/${id}/">${title}</a></h2>
      <p>${description}</p>
      <p class="meta">
        ${
          newest === undefined
            ? 'No episode yet.'
            : html`${dateText(newest.publishedAt, timeZone)} · ${plain(newest.title)}`
        }
      </p>
    </div>
  </li>`
}

/** Every show of the library. */
export function homePage(shows: ShowOnPage[], root: string, assets: PageAssets): Markup {
  const body = html`<main id="main" class="alone">
    <h1>Shows</h1>
    ${
      shows.length === 0
        ? html`<p>There is no show here yet. <code>duologue brief</code> makes the first episode.</p>`
        : html`<ul class="shows">
            ${shows.map(show => showMarkup(show, root))}
          </ul>`
    }
  </main>`
  return layout({ title: 'Shows', root, assets, body })
}
