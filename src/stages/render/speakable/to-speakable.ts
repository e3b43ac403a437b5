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
import { money } from './money.ts'
import { names } from './names.ts'
import { numbers, wholeNumbers } from './numbers.ts'
import { ordinals } from './ordinals.ts'
import { inOrder } from './patterns.ts'
import { percent } from './percent.ts'
import { phones } from './phones.ts'
import { punctuation } from './punctuation.ts'
import { ranges } from './ranges.ts'
import { romanNumerals } from './roman-numerals.ts'
import { states } from './states.ts'
import { streets } from './streets.ts'
import { symbols, symbolsBesideDigits } from './symbols.ts'
import { temperatures } from './temperatures.ts'
import { times } from './times.ts'
import { years } from './years.ts'

const readOnce = inOrder(
  characters,
  markup,
  addresses,
  phones,
  dates,
  times,
  money,
  percent,
  temperatures,
  measures,
  streets,
  abbreviations,
  states,
  initials,
  romanNumerals,
  years,
  ordinals,
  fractions,
  wholeNumbers,
  ranges,
  symbolsBesideDigits,
  names,
  numbers,
  symbols,
  acronyms,
  punctuation
)

/** A sign that goes may uncover an abbreviation ("Windows™ St."), so the text is read until it stays as it is. */
function speak(text: string, passesLeft = 4): string {
  const said = readOnce(text)
  return said === text || passesLeft === 1 ? said : speak(said, passesLeft - 1)
}

/**
 * English text as it is printed → as a newsreader says it: words, apostrophes and hyphens inside words, and . , ? ! ; :
 * No digit and no symbol is left. `lexicon` maps whole words to what is said for them, before anything else.
 */
export function toSpeakable(text: string, options: { lexicon?: Record<string, string> } = {}): string {
  return speak(lexiconRule(options.lexicon ?? {})(text))
}
