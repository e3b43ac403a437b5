import type { RssFeed } from 'feedsmith'
import type { Episode } from '../../domain/episode.ts'
import type { Show } from '../../domain/show.ts'
import { sourceOf } from '../../domain/format-needs.ts'
import { StageError } from '../../domain/stage-error.ts'
import { showDisclosureFor } from './ai-disclosure.ts'
import { appleCategoryChoices, isAppleCategory } from './apple-categories.ts'
import { cutBytes, cutText, plainLine, utf8Bytes } from './cut-text.ts'
import { parsePublicUrl, showUrl } from './library-url.ts'
import { updateFrequency } from './update-frequency.ts'
import { webUrl } from './web-url.ts'

export interface FeedInput {
  show: Show
  episodes: Episode[]
  /** Address of the library's root, without a slash at the end. */
  publicUrl: string
  /** When the feed is built; left out of it where it is not given. */
  now?: Date
  podcastGuid?: string | null
  /** WebSub hubs that are told of changes; what is no http or https address is left out. */
  hubs?: readonly string[]
  /** Are changes told by Podping? */
  usesPodping?: boolean
}

/** Apple's limits: bytes of a description, characters of any other value; the specification's for a person. */
const MAX_DESCRIPTION_BYTES = 4000
const MAX_VALUE = 255
const MAX_PERSON = 128

export const hostPersons = (hosts: string[]) =>
  hosts.map(name => ({ display: cutText(plainLine(name), MAX_PERSON), role: 'host' }))

export const aiContent = [{ display: 'true', purpose: 'ai-content' }]

function categoriesOf({ category, subcategory }: Show) {
  if (!isAppleCategory(category, subcategory)) {
    const wrong = isAppleCategory(category)
      ? `subcategory "${subcategory}" of ${category}`
      : `category "${category}"`
    const choices = appleCategoryChoices(category).join(', ') || 'no subcategory'
    throw new StageError('publish', `Apple Podcasts has no ${wrong}. Use one of: ${choices}.`, {
      retryable: false
    })
  }
  return [{ text: category, ...(subcategory ? { categories: [{ text: subcategory }] } : {}) }]
}

/** Plain text: the W3C validator warns of HTML in a channel's description. */
function descriptionOf(show: Show): string {
  const disclosure = showDisclosureFor(sourceOf(show))
  const room = MAX_DESCRIPTION_BYTES - utf8Bytes(disclosure) - 1
  return `${cutBytes(plainLine(show.description), room)} ${disclosure}`
}

function podcastTags({ show, podcastGuid, usesPodping }: FeedInput): RssFeed.Feed<Date>['podcast'] {
  const frequency = updateFrequency(show.schedule)
  return {
    locked: { value: true, ...(show.email === undefined ? {} : { owner: show.email }) },
    ...(podcastGuid ? { guid: podcastGuid } : {}),
    medium: 'podcast',
    persons: hostPersons(show.hosts.map(host => host.name)),
    txts: aiContent,
    ...(frequency ? { updateFrequency: frequency } : {}),
    ...(usesPodping ? { podping: { usesPodping } } : {})
  }
}

/** The show's own page where it names one that Apple takes, else the page that the library's server has for it. */
function linkOf({ link, id }: Show, publicUrl: string): string {
  const named = webUrl(link ?? null)
  return named !== null && named.length <= MAX_VALUE ? named : `${parsePublicUrl(publicUrl)}/shows/${id}/`
}

/** The channel: everything in the feed but its atom:links and items. Throws a StageError on an unknown category or a public address that cannot be one. */
export function describeFeed(input: FeedInput): RssFeed.Feed<Date> {
  const { show, episodes, publicUrl, now } = input
  const title = cutText(plainLine(show.title), MAX_VALUE)
  const link = linkOf(show, publicUrl)
  const cover = showUrl(publicUrl, show.id, 'cover.jpg')
  const author = cutText(plainLine(show.author), MAX_VALUE)
  const [newest] = episodes
  return {
    title,
    link,
    description: descriptionOf(show),
    language: show.language.toLowerCase(),
    ...(newest ? { pubDate: new Date(newest.publishedAt) } : {}),
    ...(now ? { lastBuildDate: now } : {}),
    generator: 'Duologue',
    image: { url: cover, title, link },
    itunes: {
      image: cover,
      categories: categoriesOf(show),
      explicit: false,
      author,
      ...(show.email === undefined ? {} : { owner: { name: author, email: show.email } }),
      type: 'episodic'
    },
    podcast: podcastTags(input)
  }
}
