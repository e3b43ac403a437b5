import { wordsIn, type Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import { readElsewhere, type Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { stemOf } from '../text/stems.ts'
import { NO_NAMES } from './common-words.ts'
import type { NameRun } from './name-run.ts'
import { namesIn } from './names-in.ts'

const initialsOf = (words: readonly string[]): string => words.map(word => word.charAt(0)).join('')

/** "ESA" where the source writes the name out. */
const isInitials = (word: string, cited: readonly Evidence[]): boolean =>
  word.length > 1 &&
  cited.some(each =>
    namesIn(each).some(({ words }) => initialsOf(words) === word || initialsOf(words).endsWith(word))
  )

const squeeze = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Names with digits or hyphens must stand in the source, however they are set. */
const isSetOtherwise = (word: string, cited: readonly Evidence[]): boolean =>
  /[\d-]/.test(word) && cited.some(({ text }) => squeeze(text).includes(squeeze(word)))

function isKnown(word: string, { words, stems, ownWords, cited }: Reading): boolean {
  if (NO_NAMES.has(word) || words.has(word) || ownWords.has(word)) return true
  if (words.has(`${word}'s`) || words.has(`${word}s`) || words.has(word.replace(/s$/, ''))) return true
  if (!/\d/.test(word) && stems.has(stemOf(word))) return true
  return isSetOtherwise(word, cited) || isInitials(word, cited)
}

const METONYMS: Readonly<Record<string, readonly string[]>> = {
  washington: ['us', 'american', 'states'],
  brussels: ['eu', 'european'],
  'wall street': ['s&p', 'dow', 'nasdaq']
}

/** The seat of a government or a market for itself, at the start of a sentence. */
const isMetonym = (words: readonly string[], reading: Reading): boolean =>
  METONYMS[words.join(' ')]?.some(
    word => reading.words.has(word) || reading.words.has(word.split('&')[0] ?? '')
  ) ?? false

/** A question to the other host may name what comes next. */
const isHandOver = ({ text }: Statement, { context }: Reading): boolean =>
  /\?$/.test(text) && context.show.hosts.some(({ name }) => text.includes(name))

const isAhead = ({ words }: NameRun, reading: Reading): boolean => {
  const next = wordsIn(readElsewhere(reading))
  return words.every(word => next.has(word) || isKnown(word, reading))
}

const VERB = /^(?:said|says|flew|plans|wants|won|lost|made|makes|took|takes|bought|buys|\w{3,}ed)$/

/** One capitalised word at the start of a sentence may be any noun; these look like none. */
const LOOKS_ORDINARY = /(?:ing|ed|ly|ers|ors|ists|ians|ants|ents|ions|ments|ness|ity|ies|ves)$/

/** Two names of the source, put together from different ones ("Richelle Butler"). */
function isMixed({ words }: NameRun, cited: readonly Evidence[]): boolean {
  const runs = cited.flatMap(each => namesIn(each).map(run => run.words))
  return words.slice(1).some((word, at) => {
    const before = words[at] ?? ''
    const follows = (run: readonly string[]): boolean =>
      run.includes(before) && run.indexOf(word) > run.indexOf(before)
    if (runs.some(follows)) return false
    const isLastName = runs.some(run => run.length === 2 && run[1] === word)
    const isFirstName = runs.some(run => run.length === 2 && run[0] === before)
    return isLastName && isFirstName
  })
}

const namesOf = (cited: readonly Evidence[]): string =>
  [...new Set(cited.flatMap(each => namesIn(each).map(({ text }) => text)))].slice(0, 8).join(', ')

function nameFault(run: NameRun, said: Statement, reading: Reading): TurnFault[] {
  const unknown = run.words.find(word => !isKnown(word, reading))
  if (unknown !== undefined && isHandOver(said, reading) && isAhead(run, reading)) return []
  const isLone = run.words.length === 1 && run.opens
  if (unknown !== undefined && run.opens && isMetonym(run.words, reading)) return []
  if (unknown === undefined) {
    if (!isMixed(run, reading.cited)) return []
    return [
      { kind: 'name', text: run.text, message: `"${run.text}" puts two names of the cited items together` }
    ]
  }
  const again = said.tokens.filter(({ lower }) => lower === unknown).length > 1
  const acts = unknown.endsWith('ing') && VERB.test(said.tokens[run.to]?.lower ?? '')
  if (isLone && LOOKS_ORDINARY.test(unknown) && !again && !acts) return []
  const message = `"${run.text}" is not in the cited items; they name ${namesOf(reading.cited)}`
  return [{ kind: 'name', text: run.text, message }]
}

/** People, places, products and organisations that the cited items do not name. */
export const checkNames = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap(said => namesIn(said).flatMap(run => nameFault(run, said, reading)))
