import { sourceOf, type SourceKind, type Sources } from '../../domain/format-needs.ts'
import type { Chapter } from '../../domain/master.ts'
import type { Script } from '../../domain/script.ts'
import type { Show } from '../../domain/show.ts'
import type { Tags } from './ports.ts'

export interface TagsInput {
  show: Pick<Show, 'title' | 'author' | 'language'> & Sources
  script: Pick<Script, 'title'>
  /** YYYY-MM-DD */
  date: string
  /** JPEG */
  cover: Uint8Array
  chapters: Chapter[]
}

const DISCLOSURES: Record<SourceKind, string> = {
  feeds:
    'Made by AI: a computer program wrote this episode from news feeds, and synthetic voices speak it. The sources are linked in the episode notes.',
  text: 'Made by AI: synthetic voices read a text.',
  topic: 'Made by AI: a computer program wrote this episode, and synthetic voices speak it.'
}

/** What the file says of itself. */
export const buildTags = ({ show, script, date, cover, chapters }: TagsInput): Tags => ({
  title: script.title,
  artist: show.author,
  album: show.title,
  date,
  language: show.language,
  comment: DISCLOSURES[sourceOf(show)],
  cover,
  chapters: chapters.map(({ title, startMs, endMs }) => ({ title, startMs, endMs }))
})
