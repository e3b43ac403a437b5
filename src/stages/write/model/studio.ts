import type { Story } from '../../../domain/rundown.ts'
import type { Style } from '../../../domain/style.ts'
import type { CheckContext, CheckedTurn } from '../check/context.ts'
import type { Format } from '../formats/format.ts'
import type { Assignment } from '../ports.ts'
import type { Ledger } from './ledger.ts'
import type { PromptBook } from './prompt-book.ts'
import type { Route } from './route.ts'

/** What every step works with. */
export interface Studio {
  assignment: Assignment
  format: Format
  book: PromptBook
  route: Route
  ledger: Ledger
  /** What turns are checked against, but for what was said before. */
  checks: CheckContext
  /** The day as it is said. */
  today: string
}

/** A turn that is to be said. */
export interface Proposal {
  host: string
  text: string
  items: string[]
  style?: Style
}

export interface StoryJob {
  story: Story
  /** As a chapter names it. */
  title: string
  /** That its time holds. */
  words: number
  /** What comes before and after it; null at the ends. */
  before: string | null
  after: string | null
  /** What links it to the one before; empty where nothing does. */
  bridge: string
  /** Who is to begin. */
  first: string
  /** All that was said before it in this episode. */
  said: readonly CheckedTurn[]
}

/** The seed of a question: the same on the same day. */
export const seedFor = ({ assignment: { show, rundown } }: Studio, what: string): string =>
  `${show.id} ${rundown.date} ${what}`
