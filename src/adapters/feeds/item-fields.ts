/** Each field of an item by the elements that may hold it, best first. Names are as feeds write them. */
export const GUIDS = ['guid', 'id', 'atom:id'] as const
export const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'] as const
export const LINKS = ['feedburner:origLink', 'pheedo:origLink', 'link', 'atom:link'] as const
export const DATES = [
  ...[
    'pubDate',
    'published',
    'atom:published',
    'issued',
    'dcterms:issued',
    'dc:date',
    'date',
    'dcterms:date'
  ],
  ...[
    'dcterms:created',
    'created',
    'updated',
    'atom:updated',
    'dcterms:modified',
    'modified',
    'lastBuildDate'
  ]
] as const
export const BODIES = [
  ...['content:encoded', 'content', 'atom:content', 'description', 'summary', 'atom:summary'],
  ...['xhtml:body', 'body', 'xhtml:div', 'itunes:summary', 'media:description', 'dc:description'],
  ...['abstract', 'fullitem']
] as const
export const CATEGORIES = ['category', 'dc:subject'] as const

export const ITEM_FIELDS = [...GUIDS, ...TITLES, ...LINKS, ...DATES, ...BODIES, ...CATEGORIES]
export const FEED_FIELDS = [...TITLES, ...LINKS]
