import { abbreviations } from './abbreviations.ts'
import { acronyms } from './acronyms.ts'
import { addresses } from './addresses.ts'
import { characters } from './characters.ts'
import { dates } from './dates.ts'
import { fractions } from './fractions.ts'
import { initials } from './initials.ts'
import { lexiconRule } from './lexicon.ts'
import { markup } from './markup.ts'
import { measures } from './measures.ts'
import { models } from './models.ts'
import { money } from './money.ts'
import { names } from './names.ts'
import { numbers, wholeNumbers } from './numbers.ts'
import { ordinals } from './ordinals.ts'
import { inOrder, where } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { percent } from './percent.ts'
import { createPhonemeHold, dropPhonemeMarks } from './phoneme-marks.ts'
import { phones } from './phones.ts'
import { punctuation } from './punctuation.ts'
import { ranges } from './ranges.ts'
import { romanNumerals } from './roman-numerals.ts'
import { spelledLetters } from './spelled-letters.ts'
import { states } from './states.ts'
import { streets } from './streets.ts'
import { symbols, symbolsBesideDigits } from './symbols.ts'
import { temperatures } from './temperatures.ts'
import { times } from './times.ts'
import { dropFromTurn, dropUnspoken } from './unspoken.ts'
import { years } from './years.ts'

/** What a voice is to be given, and who says it. */
export interface SpeakableOptions {
  /** Whole words, and what is said for them: letters, or `[word](/phonemes/)`. */
  lexicon?: Record<string, string>
  /** Does the model take `[word](/phonemes/)`? Where it does not, the word stands for it. */
  phonemes?: boolean
  /** Names of hosts: "Sarah:" at the start of a text is a label, and is not said. */
  speakers?: readonly string[]
}

const DIGITS = /\d/
const DIGITS_AND_SIGNS = /[\d$£€¥₹₩₽₿₺₴₪₱฿¢%°/]/

const readNumbersAndNames = inOrder(
  characters,
  dropUnspoken,
  markup,
  addresses,
  where(DIGITS, phones),
  dates,
  where(DIGITS_AND_SIGNS, times, money, percent, temperatures, measures),
  streets,
  abbreviations,
  states,
  initials,
  romanNumerals,
  where(DIGITS, models, years, ordinals, fractions, wholeNumbers, ranges),
  symbolsBesideDigits,
  names,
  where(DIGITS, numbers),
  symbols,
  acronyms
)

/** A sign that goes may uncover an abbreviation ("Windows™ St."), so the text is read until it stays as it is. */
function speak(text: string, sayLetters: Rule, passesLeft = 4): string {
  const said = punctuation(sayLetters(readNumbersAndNames(text)))
  return said === text || passesLeft === 1 ? said : speak(said, sayLetters, passesLeft - 1)
}

/**
 * English text as it is printed → as a newsreader says it: words, apostrophes and hyphens inside words, and . , ? ! ; :
 * No digit and no symbol is left, but for `[word](/phonemes/)` where the model takes it. The lexicon comes before
 * anything else; stage directions, tags and speakers' labels are not said.
 */
export function toSpeakable(text: string, options: SpeakableOptions = {}): string {
  const { lexicon = {}, phonemes = false, speakers = [] } = options
  const worded = lexiconRule(lexicon)
  const labelled = dropFromTurn(text, speakers)
  if (!phonemes) return speak(dropPhonemeMarks(worded(dropPhonemeMarks(labelled))), unchanged)
  const { hold, putBack } = createPhonemeHold(labelled)
  return putBack(speak(hold(worded(hold(labelled))), said => hold(spelledLetters(said))))
}

const unchanged: Rule = text => text
