import type { FormatName, SourceKind } from '../../../domain/format-needs.ts'
import type { Style } from '../../../domain/style.ts'

export interface SampleTurn {
  /** Place in the list of the show's hosts. */
  host: number
  text: string
  style?: Style
}

/** How an episode is told: what a writer is asked to keep to. */
export interface Format {
  readonly name: FormatName
  /** For a person who chooses, one sentence. */
  readonly what: string
  readonly hosts: { readonly least: number; readonly most: number }
  readonly sources: readonly SourceKind[]
  /** Those of the sources from which the built-in writer can write it. */
  readonly builtin: readonly SourceKind[]
  /** What each host is there for, in the order of the show's hosts; the last one stands for all after it. */
  readonly roles: readonly string[]
  /** For a model, one sentence each. */
  readonly rules: readonly string[]
  /** A few turns that show the tone; about nothing that could be taken for news. */
  readonly sample: readonly SampleTurn[]
  /** Words of a turn. */
  readonly turnWords: { readonly least: number; readonly most: number }
  /** Those that fit; none: everything is said plainly. */
  readonly styles: readonly Style[]
  /** Silence after a turn, where it is not the usual one. */
  readonly pauseSeconds?: number
  /** Is what is said held against sources? */
  readonly factual: boolean
}
