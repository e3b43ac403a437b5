import type { Item } from '../../domain/feed.ts'
import { sha256 } from '../../domain/hash.ts'
import type { Rundown, Story } from '../../domain/rundown.ts'
import type { Show } from '../../domain/show.ts'
import { StageError } from '../../domain/stage-error.ts'
import { cleanText, countWords, oneLine } from '../../domain/text.ts'

const WORDS_PER_SECOND = 2.6
const MOST_TITLE = 120
const HEADING = /^\s*#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/

/** The heading that a text begins with, without the marks of Markdown; empty where it begins with none. */
const headingOf = (text: string): string =>
  oneLine((HEADING.exec(text)?.[1] ?? '').replace(/[*_`]/g, '')).slice(0, MOST_TITLE)

function itemOf(show: Show, kind: 'text' | 'topic', text: string): Item {
  return {
    id: sha256(`${kind}\n${text}`),
    feedId: kind,
    outlet: show.title,
    title: headingOf(text) || (kind === 'text' ? show.title : oneLine(text).slice(0, MOST_TITLE)),
    url: null,
    publishedAt: null,
    topics: [],
    text,
    substance: 'full'
  }
}

function storyOf(show: Show, kind: 'text' | 'topic', text: string): Story {
  const item = itemOf(show, kind, text)
  return {
    id: item.id.slice(0, 12),
    title: item.title,
    items: [item],
    outlets: [item.outlet],
    topic: null,
    score: 1,
    budgetSeconds: kind === 'text' ? Math.round(countWords(text) / WORDS_PER_SECOND) : show.minutes * 60
  }
}

/** The rundown of a show that is made of a text or a topic: one story, whose one item it is. */
export function planTextRundown({
  show,
  episode,
  date
}: {
  show: Show
  episode: string
  date: string
}): Omit<Rundown, 'inputHash'> {
  const kind = show.text === undefined ? 'topic' : 'text'
  const text = cleanText((show[kind] ?? '').replace(/\r\n?/g, '\n')).trim()
  if (countWords(text) === 0)
    throw new StageError('fetch', `${show.id} has neither feeds nor a ${kind} with words in it`, {
      retryable: false
    })
  return {
    show: show.id,
    episode,
    date,
    stories: [storyOf(show, kind, text)],
    funnel: {
      feedsAsked: 0,
      feedsAnswered: 0,
      feedsFailed: [],
      itemsSeen: 1,
      itemsTold: 0,
      itemsHeadlineOnly: 0,
      itemsOld: 0,
      stories: 1,
      storiesChosen: 1,
      storiesLeftOut: []
    }
  }
}
