import { audioName } from '../../domain/audio-name.ts'
import type { RssFeed } from 'feedsmith'
import type { Episode } from '../../domain/episode.ts'
import { storyHtml } from './build-notes.ts'
import { cutBytes, cutText, plainLine, utf8Bytes } from './cut-text.ts'
import { aiContent, hostPersons } from './describe-feed.ts'
import { escapeHtml } from './escape-markup.ts'
import { episodeUrl } from './library-url.ts'

/** Apple's limits: characters of a title, bytes of a description. */
const MAX_TITLE = 255
const MAX_DESCRIPTION_BYTES = 4000

/** Of a summary: six times as much, as HTML escapes it at worst, still fits. */
const MAX_SUMMARY_BYTES = 600

/** The summary, then story by story what fits into Apple's limit; never half a tag. */
function shortHtml(parts: string[]): string {
  let html = ''
  for (const part of parts) {
    if (utf8Bytes(`${html}\n${part}`) > MAX_DESCRIPTION_BYTES) break
    html += html === '' ? part : `\n${part}`
  }
  return html
}

function podcastTags(episode: Episode, url: (file: string) => string): RssFeed.Item<Date>['podcast'] {
  const { files, hosts } = episode
  const language = plainLine(episode.language)
  return {
    transcripts: [
      { url: url(files.vtt), type: 'text/vtt', language, rel: 'captions' },
      { url: url(files.srt), type: 'application/x-subrip', language, rel: 'captions' },
      { url: url(files.transcript), type: 'application/json', language }
    ],
    chapters: { url: url(files.chapters), type: 'application/json+chapters' },
    persons: hostPersons(hosts),
    txts: aiContent
  }
}

/** One episode in the feed. */
export function describeFeedItem(episode: Episode, publicUrl: string): RssFeed.Item<Date> {
  const url = (file: string) => episodeUrl(publicUrl, episode, file)
  const html = [
    `<p>${escapeHtml(cutBytes(plainLine(episode.summary), MAX_SUMMARY_BYTES))}</p>`,
    ...episode.stories.map(story => storyHtml(story, 'p'))
  ]
  return {
    title: cutText(plainLine(episode.title), MAX_TITLE),
    link: url(episode.files.notes),
    description: shortHtml(html),
    enclosures: [{ url: url(audioName(episode)), length: episode.bytes, type: 'audio/mpeg' }],
    guid: { value: episode.guid, isPermaLink: false },
    pubDate: new Date(episode.publishedAt),
    content: { encoded: html.join('\n') },
    itunes: {
      duration: Math.max(1, Math.round(episode.durationSeconds)),
      explicit: false,
      episodeType: 'full'
    },
    podcast: podcastTags(episode, url)
  }
}
