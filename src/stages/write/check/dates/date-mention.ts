interface Place {
  /** Indexes of its tokens: from, and after the last. */
  from: number
  to: number
  text: string
}

/** A day or time that a text names, as far as it names it. */
export type DateMention = Place &
  (
    | { kind: 'day'; month: number; date: number; year: number | null; weekday: number }
    | { kind: 'month'; month: number; year: number | null }
    | { kind: 'weekday'; weekday: number }
    | { kind: 'year'; year: number }
    | { kind: 'decade'; year: number }
    | { kind: 'time'; minutes: number; half: 'am' | 'pm' | null }
  )
