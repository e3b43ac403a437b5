import type { Rundown } from '../../../domain/rundown.ts'
import type { Turn } from '../../../domain/script.ts'
import type { Show } from '../../../domain/show.ts'
import type { EarlierEpisode } from '../memory/earlier-episode.ts'

/** A turn with what its place in the script asks of it. */
export interface CheckedTurn extends Pick<Turn, 'id' | 'host' | 'text' | 'items'> {
  /** Id of the story that its segment tells; null in the opening and the close. */
  story: string | null
  /** Words that its air time holds, by the pace of its voice. */
  wordBudget?: number
}

/** What a turn is checked against. */
export interface CheckContext {
  rundown: Rundown
  show: Show
  /** Calendar day of the episode, YYYY-MM-DD. */
  date: string
  /** Prompts that were used, without the items in them. */
  prompts: readonly string[]
  /** Texts of up to seven earlier episodes. */
  earlierEpisodes: readonly string[]
  /** The same episodes by story, newest first: what a turn may say that the show told. Nothing where absent. */
  earlierTold?: readonly EarlierEpisode[]
  /** False for what is invented: only its form is checked. */
  factual?: boolean
  /** What was said earlier in this episode; kept by checkScript. */
  said?: readonly CheckedTurn[]
  /** Words that each turn's air time holds, by turn id. */
  wordBudgets?: Readonly<Record<string, number>>
  /** Words that the whole episode holds. */
  episodeWords?: number
}
