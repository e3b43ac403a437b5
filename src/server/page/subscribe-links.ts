export interface SubscribeLink {
  app: string
  href: string
}

/** What opens a feed in each app. All but Overcast want the address without its scheme. */
export function subscribeLinks(feedUrl: string): SubscribeLink[] {
  const bare = feedUrl.replace(/^https?:\/\//, '')
  return [
    { app: 'Apple Podcasts', href: `podcast://${bare}` },
    { app: 'Overcast', href: `overcast://x-callback-url/add?url=${encodeURIComponent(feedUrl)}` },
    { app: 'Pocket Casts', href: `pktc://subscribe/${bare}` },
    { app: 'AntennaPod', href: `antennapod-subscribe://${bare}` }
  ]
}
