import { html } from 'hono/html'
import type { EpisodeOnPage } from '../read/read-episode.ts'
import { plain } from '../read/plain.ts'
import type { EpisodeText } from '../read/read-transcript.ts'
import { heading } from './heading.ts'
import type { Markup } from './markup.ts'
import { fullLink } from './source-link.ts'
import { clockText } from './time-text.ts'
import { transcriptMarkup } from './transcript.ts'

const chapterMarkup = ({ startTime, title }: EpisodeText['chapters'][number]) =>
  html`<li>
    <button type="button" disabled data-t="${startTime}">
      <span class="at">${clockText(startTime)}</span> <span class="title">${plain(title)}</span>
    </button>
  </li>`

const storyMarkup = ({ title, sources }: EpisodeOnPage['stories'][number], level: number) =>
  html`${heading(level, 'story', plain(title))}
    <ul>
      ${sources.map(source => html`<li>${fullLink(source)}</li>`)}
    </ul>`

/** Chapters, transcript and sources; `level` is that of their headings. */
export function episodeText(episode: EpisodeOnPage, text: EpisodeText, level: number): Markup {
  const { chapters } = text
  return html`<div class="text" lang="${episode.language}">
    ${
      chapters.length === 0
        ? ''
        : html`<section>
            ${heading(level, 'head', 'Chapters')}
            <ol class="chapters">
              ${chapters.map(chapterMarkup)}
            </ol>
          </section>`
    }
    <section>${heading(level, 'head', 'Transcript')} ${transcriptMarkup(text, level + 1)}</section>
    ${
      episode.stories.length === 0
        ? ''
        : html`<section class="sources">
            ${heading(level, 'head', 'Sources')}
            ${episode.stories.map(story => storyMarkup(story, level + 1))}
          </section>`
    }
  </div>`
}
