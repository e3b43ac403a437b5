/** What can be wrong with a turn; each check has a kind of its own. */
export const FAULT_KINDS = [
  'number',
  'date',
  'money',
  'percentage',
  'unit',
  'quotation',
  'name',
  'role',
  'source',
  'other-story',
  'claim',
  'contradiction',
  'superlative',
  'cause',
  'language',
  'markup',
  'tool-call',
  'thinking',
  'url',
  'emoji',
  'stage-direction',
  'speaker-label',
  'prompt-leak',
  'injection',
  'refusal',
  'length',
  'host',
  'one-voice',
  'repetition',
  'stale',
  'relative-date',
  'headline-only',
  'stock-phrase',
  'name-use',
  'monotone',
  'memory',
  'excerpt',
  'idle',
  'empty'
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

export interface TurnFault {
  kind: FaultKind
  /** What is wrong, with the words in question and what the source has. */
  message: string
  /** The offending words. */
  text: string
}
