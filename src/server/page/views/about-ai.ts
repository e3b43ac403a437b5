import type { SourceKind } from '../../../domain/format-needs.ts'

const SAID: Record<SourceKind, string> = {
  feeds: 'Made by AI: software chooses, writes and voices the stories, from the sources listed with each.',
  text: 'Made by AI: the voices are synthetic.',
  topic: 'Made by AI: software writes and voices it.'
}

export const aboutAi = (source: SourceKind): string => SAID[source]
