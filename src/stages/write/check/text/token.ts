export interface Token {
  kind: 'word' | 'number' | 'identifier' | 'sign'
  /** As written. */
  text: string
  /** Folded. */
  lower: string
  start: number
  end: number
  /** No blank before it. */
  glued: boolean
  /** Of numbers; NaN elsewhere. */
  value: number
  ordinal: boolean
  /** "a third", "one in four": a share of a whole. */
  fraction: boolean
  /** Could be a year: four digits without a comma, or "nineteen twelve". */
  yearlike: boolean
  /** The scale word that it was read with ("million"), or 1. */
  scale: number
  /** Written in letters. */
  spelled: boolean
}

export const NO_TOKEN: Token = {
  kind: 'sign',
  text: '',
  lower: '',
  start: 0,
  end: 0,
  glued: false,
  value: NaN,
  ordinal: false,
  fraction: false,
  yearlike: false,
  scale: 1,
  spelled: false
}

/** The token at a place; an empty one outside the list. */
export const tokenAt = (tokens: readonly Token[], at: number): Token => tokens[at] ?? NO_TOKEN
