export interface RssEntry {
  title: string
  text: string
  link: string
  /** RFC 822 */
  date?: string
  guid?: string
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const rssItem = ({ title, text, link, date, guid = link }: RssEntry): string =>
  `<item><title>${escape(title)}</title><link>${escape(link)}</link><description>${escape(text)}</description>` +
  (date === undefined ? '' : `<pubDate>${date}</pubDate>`) +
  `<guid isPermaLink="false">${escape(guid)}</guid></item>`

export const rssOf = (title: string, items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escape(title)}</title>${items.join('')}</channel></rss>`
