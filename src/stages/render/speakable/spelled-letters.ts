import { markPhonemes } from './phoneme-marks.ts'
import type { Rule } from './patterns.ts'
import { withS } from './with-s.ts'

/** Names of the letters as espeak-ng says them in en-us, without their stress. */
const LETTERS: Record<string, [onset: string, rest: string]> = {
  A: ['', 'eɪ'],
  B: ['b', 'iː'],
  C: ['s', 'iː'],
  D: ['d', 'iː'],
  E: ['', 'iː'],
  F: ['', 'ɛf'],
  G: ['dʒ', 'iː'],
  H: ['', 'eɪtʃ'],
  I: ['', 'aɪ'],
  J: ['dʒ', 'eɪ'],
  K: ['k', 'eɪ'],
  L: ['', 'ɛl'],
  M: ['', 'ɛm'],
  N: ['', 'ɛn'],
  O: ['', 'oʊ'],
  P: ['p', 'iː'],
  Q: ['kj', 'uː'],
  R: ['', 'ɑːɹ'],
  S: ['', 'ɛs'],
  T: ['t', 'iː'],
  U: ['j', 'uː'],
  V: ['v', 'iː'],
  W: ['d', 'ʌbəljuː'],
  X: ['', 'ɛks'],
  Y: ['w', 'aɪ'],
  Z: ['z', 'iː']
}

const phonemesOf = (letters: string): string =>
  [...letters]
    .map((letter, at) => {
      const [onset, rest] = LETTERS[letter] ?? ['', '']
      return `${onset}${at === letters.length - 1 ? 'ˈ' : 'ˌ'}${rest}`
    })
    .join('')

function mark(said: string, ending = ''): string {
  const sound = phonemesOf(said.replace(/[^A-Z]/g, ''))
  return markPhonemes(said.replace(/[\u203f-]/g, ' ') + ending, ending === '' ? sound : withS(sound))
}

const AFTER = String.raw`(?:('s)|(?![\w'\u203f]|-[a-z]))`
/** What spell() tied; letters with blanks between them, but for "I" at the end; the A of "Plan-A". */
const SPELLED = new RegExp(
  String.raw`(?<![\w'\u203f-])([A-Z](?:\u203f[A-Z])*(?:\u203f[A-Z]|-A)|[A-Z](?: [A-Z])*(?: (?:(?<=A )I|[A-HJ-Z])|-A))${AFTER}|(?<=[A-Za-z])-A(?![\w'-])`,
  'g'
)

/**
 * Spelled names by their phonemes, as one word: espeak-ng reads the A of "A I" and of "D N A" as the article, and gives
 * each letter a stress of its own.
 */
export const spelledLetters: Rule = text =>
  text.replace(SPELLED, (_, said?: string, ending = '') =>
    said === undefined ? ` ${mark('A')}` : mark(said, ending)
  )
