import { html } from 'hono/html'
import type { PageAssets } from '../page-assets.ts'
import { plain } from '../read/plain.ts'
import type { EpisodeOnPage } from '../read/read-episode.ts'
import type { ShowOnPage } from '../read/read-show.ts'
import type { EpisodeText } from '../read/read-transcript.ts'
import { episodeMarkup } from './episode-card.ts'
import { episodeText } from './episode-text.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'
import { controlsTemplate } from './player.ts'

export interface EpisodePageOptions {
  show: ShowOnPage
  episode: EpisodeOnPage
  text: EpisodeText
  root: string
  assets: PageAssets
  feed: string
}

/** An episode alone, with all that is said in it. */
export function episodePage({ show, episode, text, root, assets, feed }: EpisodePageOptions): Markup {
  const title = plain(episode.title)
  const article = episodeMarkup({
    show,
    episode,
    page: `${root}shows/${show.id}/episodes/${episode.episode}`,
    title: html`<h1 lang="${episode.language}">${title}</h1>`,
    text: episodeText(episode, text, 2)
  })
  const body = html`<nav class="top" aria-label="Show">
      <a href="${root}shows/${show.id}/">${show.title}: all episodes</a>
    </nav>
    <main id="main" class="alone">${article}</main>
    ${controlsTemplate()}`
  return layout({ title: `${title} · ${show.title}`, root, assets, body, feed })
}
