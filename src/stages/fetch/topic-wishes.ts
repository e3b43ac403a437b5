import type { Item } from '../../domain/feed.ts'
import type { Show } from '../../domain/show.ts'
import type { Candidate } from './build-candidate.ts'
import { stemOf } from './word-stem.ts'

type Wishes = NonNullable<Show['topics']>

const LEAD_WORDS = 60
const MOST_CHARACTERS = 2000
/** What a wished-for topic makes of a score, by where it stands. */
const IN_TITLE = 1.6
const IN_LEAD = 1.3

/** Words as their forms have them in common, each between blanks. */
const inStems = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf).join(' ')} `

const leadOf = ({ text }: Item): string => text.slice(0, MOST_CHARACTERS).split(/\s+/, LEAD_WORDS).join(' ')

interface StoryText {
  /** Of each item: its title, and each of its categories; and what the story is about in a word. */
  headings: string[]
  leads: string[]
}

const textOf = ({ items, topic }: Candidate): StoryText => ({
  headings: [...items.flatMap(item => [item.title, ...item.topics]), topic ?? ''].map(inStems),
  leads: items.map(leadOf).map(inStems)
})

const holds = (texts: readonly string[], phrase: string): boolean => {
  const wanted = inStems(phrase)
  return wanted.trim() !== '' && texts.some(text => text.includes(wanted))
}

/** The first excluded topic that a story's titles, categories or leads name; null where none does. */
function excludedTopic(candidate: Candidate, { exclude }: Wishes): string | null {
  const { headings, leads } = textOf(candidate)
  return exclude.find(phrase => holds([...headings, ...leads], phrase)) ?? null
}

export interface PartedByWish {
  wanted: Candidate[]
  unwanted: { candidate: Candidate; topic: string }[]
}

/** Parts stories from those on a topic of which the show wants nothing. */
export function partWanted(candidates: Candidate[], { topics }: Pick<Show, 'topics'>): PartedByWish {
  const parted: PartedByWish = { wanted: [], unwanted: [] }
  for (const candidate of candidates) {
    const topic = topics === undefined ? null : excludedTopic(candidate, topics)
    if (topic === null) parted.wanted.push(candidate)
    else parted.unwanted.push({ candidate, topic })
  }
  return parted
}

/** What an included topic does to a story's score: more where a title or a category names it than where a lead does. */
export function wishFactor(candidate: Candidate, { topics }: Pick<Show, 'topics'>): number {
  const { include = [] } = topics ?? {}
  if (include.length === 0) return 1
  const { headings, leads } = textOf(candidate)
  const isIn = (texts: readonly string[]): boolean => include.some(phrase => holds(texts, phrase))
  if (isIn(headings)) return IN_TITLE
  return isIn(leads) ? IN_LEAD : 1
}
