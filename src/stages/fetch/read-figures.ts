import type { Item } from '../../domain/feed.ts'
import { splitSentences } from '../../domain/sentences.ts'
import { STOP_WORDS } from './common-words.ts'
import { parseFigures, type WrittenFigure } from './parse-figures.ts'
import { sharedStem } from './same-words.ts'
import { stemOf } from './word-stem.ts'

/** A number of a text, with what it is about. */
export interface Figure extends WrittenFigure {
  /** Stems of the small words near it in its clause, nearest first. */
  near: string[]
  /** The same as written, by stem. */
  written: Map<string, string>
  /** Stems of all words of its sentence that carry content, names too. */
  sentence: ReadonlySet<string>
  /** By so much something grew or shrank, and not to so much. */
  isChange: boolean
  /** Which sentence it is in: 0 for the title, 1 for the first of the text. */
  place: number
}

const CLAUSE_END = /[,;:()—–"“”]|\.(?:\s|$)|\b(?:while|whereas|but)\b/iu
const WORD = /[\p{L}][\p{L}’'-]*/gu
const NEAR_WORDS = 6
const MOST_CHARACTERS = 6000
const MOST_TITLE = 300
const MOST_FIGURES = 60
const LEVEL =
  /\b(?:to|at|of|is|was|were|are|above|below|reach(?:ed|es)?|hit|for|makes? up|made up)(?: (?:a|an|the|record|new|just|only))*\s*$/i
const CHANGE =
  /\b(?:ris|ros|grow|grew|fall|fell|drop|gain|surg|soar|jump|climb|increas|declin|shr[aiu]nk|plung|slump|lost|cut|rais|lift|lower|up|down|more|fewer|less|higher)/i
/** Words of the clause around a place, those that stand nearest first. */
function wordsNear(before: string, after: string): string[] {
  const left = (before.split(CLAUSE_END).at(-1) ?? '').match(WORD) ?? []
  const right = (after.split(CLAUSE_END)[0] ?? '').match(WORD) ?? []
  const ranked = [
    ...left.toReversed().map((word, at) => ({ word, at: at + 0.5 })),
    ...right.map((word, at) => ({ word, at }))
  ]
  return ranked.sort((a, b) => a.at - b.at).map(({ word }) => word)
}

const stemIn = (word: string): string => sharedStem(stemOf(word.toLowerCase()))

const stemsIn = (sentence: string): Set<string> =>
  new Set((sentence.match(WORD) ?? []).filter(word => !STOP_WORDS.has(word.toLowerCase())).map(stemIn))

/** By their stems, the first few small words that tell something. */
function tellingWords(words: readonly string[]): Map<string, string> {
  const written = new Map<string, string>()
  for (const word of words) {
    const tells = /^\p{Ll}/u.test(word) && (!STOP_WORDS.has(word) || word === 'people')
    const stem = stemIn(word)
    if (tells && written.size < NEAR_WORDS && !written.has(stem)) written.set(stem, word)
  }
  return written
}

const isChange = (before: string, after: string): boolean =>
  !LEVEL.test(before) && !/^ of\b/.test(after) && CHANGE.test(before + after)

function figuresInSentence(sentence: string, place: number): Figure[] {
  const stems = stemsIn(sentence)
  const found = parseFigures(sentence)
  return found.map((figure, at) => {
    const before = sentence.slice(0, figure.from)
    const after = sentence.slice(figure.to)
    const written = tellingWords(wordsNear(before, sentence.slice(figure.to, found[at + 1]?.from)))
    const near = [...written.keys()]
    return { ...figure, near, written, sentence: stems, isChange: isChange(before, after), place }
  })
}

/** The numbers of an item's title and text, in order, at most 60. Years, ages, clock times and ordinals are none. */
export const readFigures = ({ title, text }: Pick<Item, 'title' | 'text'>): Figure[] =>
  [title.slice(0, MOST_TITLE), ...splitSentences(text.slice(0, MOST_CHARACTERS))]
    .flatMap((sentence, place) => figuresInSentence(sentence, place))
    .slice(0, MOST_FIGURES)
