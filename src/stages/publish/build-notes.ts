import type { SourceKind } from '../../domain/format-needs.ts'
import type { Episode, SourceLink } from '../../domain/episode.ts'
import { disclosureFor } from './ai-disclosure.ts'
import { plainLine } from './cut-text.ts'
import { escapeHtml } from './escape-markup.ts'
import { webUrl } from './web-url.ts'

const html = (text: string) => escapeHtml(plainLine(text))

function sourceHtml({ outlet, title, url }: SourceLink): string {
  const address = webUrl(url)
  const name = html(title || outlet)
  const linked = address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`
  return title === '' ? `<li>${linked}</li>` : `<li>${html(outlet)}: ${linked}</li>`
}

/** A story's title and its sources, linked. Apple shows p, ol, ul, li and a of a feed's HTML, so the feed has no headings. */
export function storyHtml(story: Episode['stories'][number], heading: 'h2' | 'p'): string {
  const sources = story.sources.map(sourceHtml).join('\n')
  const list = sources === '' ? '' : `\n<ul>\n${sources}\n</ul>`
  return `<${heading}>${html(story.title)}</${heading}>${list}`
}

/** The notes of an episode as a page of its own: that it is made by AI, then every story with its sources. */
export function buildNotes(
  { title, language, stories }: Pick<Episode, 'title' | 'language' | 'stories'>,
  source: SourceKind = 'feeds'
): string {
  return [
    '<!doctype html>',
    `<html lang="${html(language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${html(title)}</title>`,
    `<h1>${html(title)}</h1>`,
    `<p>${html(disclosureFor(source))}</p>`,
    ...stories.map(story => `<section>\n${storyHtml(story, 'h2')}\n</section>`),
    '</html>\n'
  ].join('\n')
}
