import type { Show } from '../../src/domain/show.ts'

export const WORDS_PER_MINUTE = { Sarah: 170, Ray: 160 }

/** The show of the labelled turns. */
export const benchShow: Show = {
  id: 'morning-brief',
  title: 'The Morning Brief',
  description: 'News for the measurements.',
  language: 'en-us',
  author: 'Duologue',
  category: 'News',
  hosts: [{ name: 'Sarah' }, { name: 'Ray' }],
  feeds: [{ url: 'file:feed.xml', weight: 1 }],
  timeZone: 'UTC',
  minutes: 5,
  format: 'brief',
  stories: 8,
  music: true
}
