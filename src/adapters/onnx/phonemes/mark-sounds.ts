import type { Accent } from './accent.ts'
import { readHomographs } from './homographs.ts'
import { readKnownWords } from './known-words.ts'
import { plainMarks } from './plain-marks.ts'
import { createSounds, type Sounds } from './sounds.ts'
import { readSpelledLetters } from './spelled-letters.ts'
import { withEndingS } from './word-endings.ts'
import { readWrittenSounds } from './written-sounds.ts'

const endings = (text: string, sounds: Sounds, accent: Accent): string =>
  text.replace(/([\u{f0000}-\u{ffffd}])'s(?![\p{L}\d])/gu, (_, standIn: string) =>
    sounds.add(withEndingS(sounds.of(standIn), accent))
  )

/** A stand-in is a word of its own: "[Kyiv](/…/)-based" is two. */
const apart = (text: string): string =>
  text
    .replace(/(?<=[\u{f0000}-\u{ffffd}])-?(?=[\p{L}\d\u{f0000}-\u{ffffd}])/gu, ' ')
    .replace(/(?<=[\p{L}\d])-?(?=[\u{f0000}-\u{ffffd}])/gu, ' ')

/** The text with plain marks, and a stand-in for each word whose sound need not be asked for. */
export function markSounds(text: string, accent: Accent): { text: string; sounds: Sounds } {
  const sounds = createSounds(accent)
  const written = readWrittenSounds(text.replace(/\p{Co}/gu, ''), sounds)
  const spelled = readSpelledLetters(plainMarks(written), sounds)
  const known = readKnownWords(readHomographs(spelled, sounds), sounds)
  return { text: apart(endings(known, sounds, accent)), sounds }
}
