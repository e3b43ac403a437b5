import type { Sound } from './accent.ts'
import { NAMES_SAID_WRONG } from './names-said-wrong.ts'
import type { Sounds } from './sounds.ts'
import { WORDS_SAID_WRONG } from './words-said-wrong.ts'

const KNOWN: ReadonlyMap<string, Sound> = new Map([
  ...Object.entries(WORDS_SAID_WRONG),
  ...Object.entries(NAMES_SAID_WRONG)
])

const anyOf = (words: readonly string[], flags: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d'-])(?:${words.join('|')})(?![\p{L}\d]|'\p{L}{2})`, flags)

/** Words in any case, names as they are written. */
const ANY_CASE = anyOf(Object.keys(WORDS_SAID_WRONG), 'giu')
const AS_WRITTEN = anyOf(Object.keys(NAMES_SAID_WRONG), 'gu')

/** Words and names that espeak-ng says wrong, as stand-ins. */
export function readKnownWords(text: string, sounds: Sounds): string {
  const read = (word: string): string => {
    const sound = KNOWN.get(word) ?? KNOWN.get(word.toLowerCase())
    return sound === undefined ? word : sounds.add(sound)
  }
  return text.replace(AS_WRITTEN, read).replace(ANY_CASE, read)
}
