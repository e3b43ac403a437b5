import { html } from 'hono/html'
import type { PageAssets } from '../page-assets.ts'
import type { ShowOnPage } from '../read/read-show.ts'
import { aboutAi } from './about-ai.ts'
import { episodeCard } from './episode-card.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'
import { controlsTemplate } from './player.ts'
import { subscribeMarkup } from './subscribe.ts'

const PER_PAGE = 30

export interface ShowPageOptions {
  show: ShowOnPage
  root: string
  assets: PageAssets
  feed: string
  /** From 1. */
  page: number
}

const coverMarkup = ({ id, cover }: ShowOnPage, root: string): Markup =>
  cover !== null
    ? html`<img class="cover" src="${root}shows/${id}/${cover}" alt="" width="384" height="384" />`
    : html`<div class="cover"></div>`

function pagesMarkup(page: number, episodes: number): Markup {
  const last = Math.max(1, Math.ceil(episodes / PER_PAGE))
  if (last === 1) return html``
  return html`<nav class="pages" aria-label="More episodes">
    ${page > 1 ? html`<a href="?page=${page - 1}" rel="prev">Newer episodes</a>` : html`<span></span>`}
    ${page < last ? html`<a href="?page=${page + 1}" rel="next">Older episodes</a>` : ''}
  </nav>`
}

export function showPage({ show, root, assets, feed, page }: ShowPageOptions): Markup {
  const episodes = show.episodes.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const body = html`<nav class="top" aria-label="Shows"><a href="${root}">All shows</a></nav>
    <main id="main">
      <header class="show">
        ${coverMarkup(show, root)}
        <div>
          <h1>${show.title}</h1>
          <p class="about">${show.description}</p>
          <p class="ai">${aboutAi(show.source)}</p>
        </div>
        ${subscribeMarkup(feed)}
      </header>
      <section class="episodes" aria-labelledby="episodes">
        <h2 id="episodes">Episodes</h2>
        ${episodes.length === 0 ? html`<p>There is no episode here yet.</p>` : ''}
        <ul class="list">
          ${episodes.map(episode => html`<li>${episodeCard(show, episode, root)}</li>`)}
        </ul>
        ${pagesMarkup(page, show.episodes.length)}
      </section>
    </main>
    ${controlsTemplate()}`
  return layout({ title: show.title, root, assets, body, feed })
}
