import { z } from 'zod'

/** How a turn may be said: the names that MAI-Voice has for its styles. */
export const STYLES = [
  'angry',
  'confused',
  'determined',
  'disgusted',
  'embarrassed',
  'excited',
  'fearful',
  'happy',
  'hopeful',
  'jealous',
  'joyful',
  'regretful',
  'relieved',
  'sad',
  'shouting',
  'softvoice',
  'surprised',
  'whispering'
] as const

export const styleSchema = z.enum(STYLES, { error: `use one of: ${STYLES.join(', ')}` })

/** 1 is the style as it is meant, 2 is twice as much; as `styledegree` in SSML. */
export const intensitySchema = z
  .number()
  .min(0.1, 'use 0.1 to 2, where 1 is the style as it is meant')
  .max(2, 'use 0.1 to 2, where 1 is the style as it is meant')

export type Style = z.infer<typeof styleSchema>
