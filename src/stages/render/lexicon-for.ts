import type { LexiconEntries, Show } from '../../domain/show.ts'
import type { SpeechFamily } from '../../domain/voice.ts'
import type { Lexicon } from './plan-take.ts'
import { fold } from './speakable/fold.ts'
import { markPhonemes } from './speakable/phoneme-marks.ts'

/** What is known of how words are said, for every speech model and for each kind of it. */
export interface Lexicons {
  common: LexiconEntries
  byFamily: Partial<Record<SpeechFamily, LexiconEntries>>
}

export interface LexiconChoice {
  lexicons: Lexicons
  show: Pick<Show, 'lexicon'>
  family: SpeechFamily | 'tone'
  /** Does the model take phonemes? */
  phonemes: boolean
}

type Entry = [word: string, said: string]

const isCapital = (word: string): boolean => word !== word.toLowerCase()

/** Would `word` be said wherever `other` is printed? */
function covers([word]: Entry, [other]: Entry): boolean {
  const [mine, theirs] = isCapital(word) ? [fold(word), fold(other)] : [fold(word), fold(other).toLowerCase()]
  return mine === theirs || `${mine}s` === theirs
}

/** Letters for every model; phonemes for the word, where the model takes them. */
function sayable(entries: LexiconEntries, phonemes: boolean): Entry[] {
  return Object.entries(entries).flatMap(([key, said]): Entry[] => {
    const word = key.normalize('NFC')
    if (!said.startsWith('/')) return [[word, said]]
    return phonemes ? [[word, markPhonemes(word, said.slice(1, -1))]] : []
  })
}

/** How words are said in this show by this kind of model: the show's own entries, then the model's, then the common ones. */
export function lexiconFor({ lexicons, show, family, phonemes }: LexiconChoice): Lexicon {
  const ofFamily = family === 'tone' ? {} : (lexicons.byFamily[family] ?? {})
  const levels = [show.lexicon ?? {}, ofFamily, lexicons.common].map(level => sayable(level, phonemes))
  const chosen = levels.reduce<Entry[]>(
    (over, level) => [...over, ...level.filter(entry => !over.some(upper => covers(upper, entry)))],
    []
  )
  return Object.fromEntries(chosen)
}
