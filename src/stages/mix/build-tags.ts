import type { Chapter } from '../../domain/master.ts'
import type { Script } from '../../domain/script.ts'
import type { Show } from '../../domain/show.ts'
import type { Tags } from './ports.ts'

export interface TagsInput {
  show: Pick<Show, 'title' | 'author' | 'language'>
  script: Pick<Script, 'title'>
  /** YYYY-MM-DD */
  date: string
  /** JPEG */
  cover: Uint8Array
  chapters: Chapter[]
}

const DISCLOSURE =
  'Made by AI: a computer program wrote this episode from news feeds, and synthetic voices speak it. The sources are linked in the episode notes.'

/** What the file says of itself. */
export const buildTags = ({ show, script, date, cover, chapters }: TagsInput): Tags => ({
  title: script.title,
  artist: show.author,
  album: show.title,
  date,
  language: show.language,
  comment: DISCLOSURE,
  cover,
  chapters: chapters.map(({ title, startMs, endMs }) => ({ title, startMs, endMs }))
})
