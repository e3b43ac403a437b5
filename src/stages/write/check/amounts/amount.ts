export type AmountGroup = 'plain' | 'money' | 'percent' | 'measure'
export type Modifier = 'none' | 'about' | 'over' | 'under' | 'at-least' | 'at-most'

/** A number with its unit, as a text gives it. */
export interface Amount {
  value: number
  /** As said, before it was brought to the canonical unit: 5 of "5 km". */
  raw: number
  group: AmountGroup
  /** Canonical name of the unit; values are in it. '' for plain numbers. */
  unit: string
  modifier: Modifier
  ordinal: boolean
  /** "a third", "one in four". */
  fraction: boolean
  /** Indexes of its tokens: from, and after the last. */
  from: number
  to: number
  text: string
  /** Folded words that follow, as far as the next number or sign. */
  after: readonly string[]
}
