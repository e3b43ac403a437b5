import { STOP_WORDS } from '../text/stop-words.ts'
import { stemOf } from '../text/stems.ts'
import { withoutIdioms } from './idioms.ts'
import { withPlainVerbs } from './plain-verbs.ts'
import { sideWordsIn } from './side-words.ts'

/** One side of a pair of opposites, as a text takes it: "rose", "did not fall". */
export interface Side {
  /** Which pair of opposites. */
  pair: number | string
  sign: 1 | -1
  word: string
  /** Stems of what it is said of. */
  of: readonly string[]
}

const NEGATOR =
  /(?:^|\s)(?:not|no|never|without(?=(?: \S+)?$)|hardly|barely|neither|nor|nobody|none|excluded?|excludes|instead of|rather than|far from|\w+n't|failed to|fails to|yet to|still (?:has|have|had|needs?) to)(?!\S)(?!\s+(?:only|just|more than|less than|fewer than|later than|earlier than|least|until|before))/
/** A denial reaches no further than the next of these. */
const OUT_OF_REACH = /^.*\b(?:in|on|at|from|by|with|of|for|during|to the)\b/
/** "Not before Saturday" is no "after". */
const NEVER_TURNED = /^(?:before|until|after|following|above|over|below|under|inside|within|outside)\b/
/** A word that can be denied by a prefix, with or without it. */
const DENIABLE =
  /\b(?:\w{3,}(?:ful|al|able|ible|ent|ant|ive|ous|ate|ect|ete|ary|ely|ally|ably|ibly|ently|fully|ed|fair|safe|clear|paid|known|seen|even|sure|aware|usual|likely|kind|wise|happy|honest|mature|secure|perfect|certain|mobile|pure|agree|agrees|approve|approves|like|likes|appear|appears)|fair|safe|paid|known|seen|even|sure|aware|kind|wise|like|able|pure)\b/g
const DENIAL =
  /^(?:un(?!der|ion|it|til|iq|iv)|il(?=l)|ir(?=r)|im(?=(?:p|m)\w+(?:ble|al|ate|ant|ure|ile|ect|bly)$)|in(?=\w{4,}(?:ble|al|ant|ent|ive|ate|ect|ete|ure|ary|ly)$)|dis(?=agree|approv|proportion|appear|allow|connect|continu|honest|like|qualif|satisf|loyal)|non-?(?=\w{4}))/
const LESS = /(?:^|\s)(?:less|least)\s+$/
const WORDS_BEFORE = 5
const WORDS_OF = 3
const BOUNDARY = /[,;:—.!?]|\b(?:and|but|while|whereas|although|though|which|that|who)\b/

/** The last words of a text, back to where its clause begins. */
const lastWords = (text: string, count: number): string =>
  (text.split(BOUNDARY).at(-1) ?? '').trim().split(/\s+/).slice(-count).join(' ')

const firstWords = (text: string, count: number): string =>
  (text.split(BOUNDARY)[0] ?? '').trim().split(/\s+/).slice(0, count).join(' ')

const stemsIn = (words: string): string[] =>
  (words.match(/[\p{L}][\p{L}'-]+/gu) ?? []).filter(word => !STOP_WORDS.has(word)).map(stemOf)

/** What stands behind the word, or else before it. */
function objectsOf(text: string, from: number, to: number): string[] {
  const behind = stemsIn(firstWords(text.slice(to), WORDS_OF))
  return behind.length > 0 ? behind : stemsIn(lastWords(text.slice(0, from), WORDS_OF))
}

function isTurned(before: string, word: string): boolean {
  if (NEVER_TURNED.test(word)) return false
  const words = ` ${lastWords(before, WORDS_BEFORE).replace(OUT_OF_REACH, '')}`
  return NEGATOR.test(words) !== LESS.test(before)
}

const toSide = (text: string, pair: number | string, sign: 1 | -1, word: string, index: number): Side => ({
  pair,
  word,
  sign: isTurned(text.slice(0, index), word) ? (-sign as 1 | -1) : sign,
  of: objectsOf(text, index, index + word.length)
})

/** "Lawful" and "unlawful": a word, and the same word with a prefix that denies it. */
const prefixSides = (text: string): Side[] =>
  [...text.matchAll(DENIABLE)].map(({ 0: word, index }) => {
    const base = word.replace(DENIAL, '')
    return toSide(text, base, base === word ? 1 : -1, word, index)
  })

const cache = new Map<string, Side[]>()
const MOST_CACHED = 5000

/** The sides that a text takes; the text is folded. */
export function readSides(folded: string): Side[] {
  const known = cache.get(folded)
  if (known !== undefined) return known
  const text = withoutIdioms(withPlainVerbs(folded))
  const listed = sideWordsIn(text).map(({ pair, sign, word, index }) => toSide(text, pair, sign, word, index))
  const sides = [...listed, ...prefixSides(text)]
  if (cache.size >= MOST_CACHED) cache.clear()
  cache.set(folded, sides)
  return sides
}
