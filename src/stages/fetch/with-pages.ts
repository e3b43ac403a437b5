import type { FetchedFeed } from '../../domain/feed.ts'
import type { PageDecision } from '../../domain/page-decision.ts'

/** The feeds with what their items' pages say, where that is more. */
export function withPages(feeds: readonly FetchedFeed[], decisions: readonly PageDecision[]): FetchedFeed[] {
  const byItem = new Map(decisions.map(decision => [decision.itemId, decision]))
  return feeds.map(feed => ({
    ...feed,
    items: feed.items.map(item => {
      const page = byItem.get(item.id)
      return page?.from === 'page' ? { ...item, text: page.text, substance: page.substance } : item
    })
  }))
}
