import { READINGS_OF_NOUNS } from './readings-of-nouns.ts'
import { READINGS_OF_VERBS } from './readings-of-verbs.ts'
import type { Sounds } from './sounds.ts'

/** Words with two sounds that espeak-ng would read as the other word, as stand-ins; those it reads right are left to it. */
export const readHomographs = (text: string, sounds: Sounds): string =>
  [...READINGS_OF_VERBS, ...READINGS_OF_NOUNS].reduce(
    (read, [where, sound]) => read.replace(where, () => sounds.add(sound)),
    text
  )
