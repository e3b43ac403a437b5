import type { Show } from '../../src/domain/show.ts'

/** A show with every field set. */
export const sampleShow: Show = {
  id: 'morning',
  title: 'The Morning',
  description: 'What happened.',
  language: 'en',
  author: 'Duologue',
  category: 'News',
  subcategory: 'Daily News',
  hosts: [
    { name: 'Sarah', voice: 'slt' },
    { name: 'Ray', voice: 'rms' }
  ],
  feeds: [{ url: 'https://news.example.org/feed.xml', weight: 1 }],
  timeZone: 'Europe/London',
  minutes: 5,
  format: 'brief',
  stories: 6,
  music: true
}
