import { REACTION_KINDS, REACTIONS, type ReactionKind } from '../phrases/cues.ts'
import type { PhraseBook } from './phrase-book.ts'

/** Nobody remarks on what is sad. */
const GRAVE =
  /\b(?:kill|die[sd]?\b|dying|dead|death|fatal|wound|injur|victim|rape|raping|assault|abus|attack|shot|shoot|gun|murder|stab|bomb|war\b|suicide|crash|cancer|disease|prison|arrest|court|charge|lawsuit|refugee|starv|famine|flood|quake|bleed|missing|hostage|homeless|grope)/i
export const isGrave = (text: string): boolean => GRAVE.test(text)

const FIGURE =
  /(?:(?:more than|less than|fewer than|nearly|almost|about|at least|around|roughly|over|up to) )?(?:[$£€]\d[\d,.]*\d(?: (?:million|billion|trillion))?|\d[\d,.]*(?:%| (?:percent|per cent|(?:million|billion|trillion)(?: (?:dollars|euros|pounds))?|(?:dollars|euros|pounds|kilomet(?:er|re)s|miles|tonnes|tons|met(?:er|re)s|feet|visitors|tickets|people|years))\b))/g
const TESTS: Record<Exclude<ReactionKind, 'figure'>, RegExp> = {
  first: /\bfor the first time\b/,
  record: /\b(?:set|sets|a|an all-time) (?:new )?record\b(?! of\b)|\brecord (?:number|high)\b/,
  wait: /\bdelayed\b.{0,40}\byears\b|\bafter (?:\w+ )?years of\b/,
  silence: /\b(?:declined to comment|did not (?:immediately )?respond)\b/,
  over: /\b(?:is|are|does|do) no longer\b/,
  yet: /\b(?:has|have) (?:not yet|yet to)\b|\bnot yet (?:been|clear|known)\b/
}
/** "from 12 percent to 15": one end of it alone would mislead. */
const RANGE = /\b(?:from|between) [^.]{1,40} (?:to|and) \D?\d/
/** Of a figure that is worth a remark: of thousands, of millions, or most of something. */
const LARGE = /\d,\d{3}|(?:million|billion|trillion)|(?<![\d.])[3-9]\d(?:\.\d+)?(?:%| per ?cent)/
const MOST_FIGURES = 2

/** The one large figure of a sentence, with what limits it; empty where there is none, or more than one. */
function figureOf(sentence: string): string {
  const found = sentence.match(FIGURE) ?? []
  const [figure = ''] = found
  return found.length === 1 && !RANGE.test(sentence) && LARGE.test(figure)
    ? figure.charAt(0).toUpperCase() + figure.slice(1)
    : ''
}

/**
 * A short remark on the sentence that was just said, by the other host, which cannot be false; null where none fits.
 * `mayEcho`: may its figure be said again?
 */
export function reactionOf(
  sentence: string,
  surroundings: string,
  book: PhraseBook,
  mayEcho = true
): string | null {
  if (isGrave(surroundings)) return null
  const figure = mayEcho ? figureOf(sentence) : ''
  const kinds = REACTION_KINDS.filter(kind =>
    kind === 'figure' ? figure !== '' : TESTS[kind].test(sentence)
  )
  const echo = (): string | null =>
    book.spend('figure', MOST_FIGURES) ? book.pickPlain(REACTIONS.figure, { figure }) : null
  for (const kind of kinds) {
    const text = kind === 'figure' ? echo() : book.pick(REACTIONS[kind])
    if (text !== null) return text
  }
  return null
}
