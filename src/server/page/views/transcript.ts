import { html } from 'hono/html'
import type { ChapterOnPage } from '../read/episode-files.ts'
import { plain } from '../read/plain.ts'
import type { EpisodeText } from '../read/read-transcript.ts'
import type { SaidTurn } from '../read/turns-said.ts'
import { heading } from './heading.ts'
import type { Markup } from './markup.ts'
import { outletLink } from './source-link.ts'

/** Seconds by which a chapter may begin after its first sentence. */
const TOLERANCE_SECONDS = 0.1

const sentenceMarkup = ({ startTime, body }: SaidTurn['sentences'][number]) =>
  html`<span class="s" data-t="${startTime}">${plain(body)}</span> `

const turnMarkup = ({ speaker, sentences, sources }: SaidTurn) =>
  html`<div class="turn">
    <p class="who">${plain(speaker)}</p>
    <p class="said">${sentences.map(sentenceMarkup)}</p>
    ${
      sources.length === 0
        ? ''
        : html`<ul class="from" aria-label="Sources of what ${plain(speaker)} says">
            ${sources.map(source => html`<li>${outletLink(source)}</li>`)}
          </ul>`
    }
  </div>`

/** The chapters that begin with each turn. */
function chaptersBefore(turns: SaidTurn[], chapters: ChapterOnPage[]): ChapterOnPage[][] {
  let next = 0
  return turns.map(({ sentences }) => {
    const from = next
    const end = (sentences.at(-1)?.startTime ?? 0) + TOLERANCE_SECONDS
    while (next < chapters.length && (chapters[next]?.startTime ?? 0) <= end) next += 1
    return chapters.slice(from, next)
  })
}

/** What is said, turn by turn, under the titles of the chapters. */
export function transcriptMarkup({ turns, chapters }: EpisodeText, level: number): Markup {
  if (turns.length === 0) return html`<p class="meta">This episode has no transcript.</p>`
  const before = chaptersBefore(turns, chapters)
  return html`${turns.map(
    (turn, index) =>
      html`${before[index]?.map(({ title }) => heading(level, 'part', plain(title)))}${turnMarkup(turn)}`
  )}`
}
