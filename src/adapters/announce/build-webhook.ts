import type { EpisodeNews } from '../../stages/publish/ports.ts'

/** The message's body; the same for every try, since a receiver may compare. */
export function buildWebhook({ id: _id, ...news }: EpisodeNews): string {
  return JSON.stringify({ type: 'episode.published', timestamp: news.publishedAt, data: news })
}
