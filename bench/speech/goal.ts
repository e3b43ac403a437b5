export interface Goal {
  goal: string
  /** What was measured, with its unit. */
  measured: string
  met: boolean
}

/** A goal as it is printed. */
export const goalLine = ({ goal, measured, met }: Goal): string =>
  `goal ${goal}: ${met ? 'met' : 'not met'} (${measured})`
