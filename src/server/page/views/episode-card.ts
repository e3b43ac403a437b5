import { html } from 'hono/html'
import type { EpisodeOnPage } from '../read/read-episode.ts'
import type { ShowOnPage } from '../read/read-show.ts'
import { plain } from '../read/plain.ts'
import type { Markup } from './markup.ts'
import { playerMarkup } from './player.ts'
import { dateText, minutesText } from './time-text.ts'

export interface EpisodeParts {
  show: ShowOnPage
  episode: EpisodeOnPage
  /** Address of the episode's page. */
  page: string
  title: Markup
  text: Markup
}

/** What the list of a show and the page of an episode have in common. */
export const episodeMarkup = ({ show, episode, page, title, text }: EpisodeParts): Markup =>
  html`<article
    class="episode"
    data-key="${episode.show}/${episode.episode}"
    data-duration="${episode.durationSeconds}"
    data-title="${plain(episode.title)}"
    data-show="${show.title}"
  >
    ${title}
    <p class="meta">
      <time datetime="${episode.publishedAt}">${dateText(episode.publishedAt, show.timeZone)}</time>
      · ${minutesText(episode.durationSeconds)}
    </p>
    <p lang="${episode.language}">${plain(episode.summary)}</p>
    ${playerMarkup(episode, `${page}/${encodeURIComponent(episode.files.audio)}`)} ${text}
  </article>`

/** An episode in the list of its show; its text comes when it is asked for. */
export function episodeCard(show: ShowOnPage, episode: EpisodeOnPage, root: string): Markup {
  const page = `${root}shows/${show.id}/episodes/${episode.episode}`
  const title = plain(episode.title)
  return episodeMarkup({
    show,
    episode,
    page,
    title: html`<h3 lang="${episode.language}"><a href="${page}">${title}</a></h3>`,
    text: html`<p>
        <a class="open" href="${page}">Chapters, transcript and sources</a>
      </p>
      <div class="more" id="more-${episode.episode}" hidden></div>`
  })
}
