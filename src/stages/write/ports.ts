import type { Rundown } from '../../domain/rundown.ts'
import type { Script } from '../../domain/script.ts'
import type { Show } from '../../domain/show.ts'

/** All that a writer is told. */
export interface Assignment {
  show: Show
  rundown: Rundown
  /** Measured pace of each host's voice, words per minute, pauses inside turns included. */
  wordsPerMinute: Record<string, number>
  /** Seconds that a host takes to say a text; without it, words by the pace. */
  secondsToSay?: (host: string, text: string) => number
  /** Seconds of the episode in which nobody speaks: music, lead-in and tail. 0 where it is not told. */
  soundSeconds?: number
}

export type ScriptDraft = Omit<Script, 'inputHash'>

export interface Writer {
  /** `builtin`, or the name of a model. */
  readonly name: string
  write(assignment: Assignment, options?: { signal?: AbortSignal }): Promise<ScriptDraft>
}
