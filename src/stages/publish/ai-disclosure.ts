import type { SourceKind } from '../../domain/format-needs.ts'

/** Said of every episode, wherever it is described. */
export const AI_DISCLOSURE =
  'This episode is made by AI: software chose, wrote and voiced its stories, from the sources listed.'

/** Said of an episode that is made of a text. */
export const AI_READING = 'This episode is made by AI: its voices are synthetic.'

/** Said of an episode that is made of a topic. */
export const AI_FICTION = 'This episode is made by AI: software wrote and voiced it.'

const SAID: Record<SourceKind, string> = { feeds: AI_DISCLOSURE, text: AI_READING, topic: AI_FICTION }

export const disclosureFor = (source: SourceKind): string => SAID[source]

/** Said of the show. */
export const showDisclosureFor = (source: SourceKind): string =>
  source === 'text' ? 'The episodes are voiced by AI.' : 'The episodes are written and voiced by AI.'
