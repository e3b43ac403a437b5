import type { Item } from '../../../../domain/feed.ts'
import { splitSentences } from '../../../../domain/sentences.ts'
import { cleanText, countWords } from '../../../../domain/text.ts'
import { cutMarkup } from './cut-markup.ts'
import { isFirstPerson, isOrder } from './sentence-faults.ts'
import { isToMachine } from './to-a-machine.ts'
import { FUNCTION_WORDS } from '../language/word-lists.ts'
import { tokensOf } from '../language/words.ts'

/** Sentences of an item that are looked at; longer pages are told by their beginning. */
const MOST_SENTENCES = 80
const MOST_CHARACTERS = 60_000
const ESSAY_SHARE = 0.25
const ENGLISH_SHARE = 0.2
const VIEW_TITLE =
  /\b(?:reviews?|opinion|editorial|op-ed|hands-on|recipes?|horoscopes?|quiz|crossword|live updates|minute-by-minute)\s*(?:[:|]|$)|^(?:reviews?|opinion|editorial|recipe)\b/i

/** A text in the first person, or a review, gives its author's view: no host can say what is left of it as fact. */
function isView(item: Item, sentences: readonly string[]): boolean {
  const own = sentences.filter(isFirstPerson).length
  return VIEW_TITLE.test(item.title) || (own >= 2 && own >= sentences.length * ESSAY_SHARE)
}

const LEAST_ORDERS = 3
const ORDER_SHARE = 0.2

/** A recipe, or a guide: what stands between its orders is no news. */
function isGuide(sentences: readonly string[]): boolean {
  const orders = sentences.filter(sentence => isOrder(sentence) && !isToMachine(sentence)).length
  return orders >= LEAST_ORDERS && orders >= sentences.length * ORDER_SHARE
}

function isEnglish(text: string): boolean {
  const words = tokensOf(text.slice(0, 4000))
  const known = words.filter(word => FUNCTION_WORDS.has(word.toLowerCase())).length
  return words.length < 12 || known >= words.length * ENGLISH_SHARE
}

const MOST_POINT_WORDS = 25

/** The points of a list after "He also said:" are his, and say so nowhere. */
function withoutPoints(paragraphs: readonly string[][]): (string | null)[][] {
  let inList = false
  return paragraphs.map(sentences => {
    const isPoint = inList && sentences.length === 1 && countWords(sentences[0] ?? '') <= MOST_POINT_WORDS
    inList = sentences.at(-1)?.endsWith(':') === true || isPoint
    return isPoint ? sentences.map(() => null) : sentences
  })
}

/** A sentence in the middle of a quotation has no marks of its own, and its speaker elsewhere. */
function withoutInnerQuotes(sentences: readonly (string | null)[]): (string | null)[] {
  let isOpen = false
  return sentences.map(sentence => {
    const marks = sentence?.match(/["“”]/g) ?? []
    const isInside = isOpen && marks.length === 0
    for (const mark of marks) isOpen = mark === '“' || (mark === '"' && !isOpen)
    return isInside ? null : sentence
  })
}

const MOST_BARE_WORDS = 7
/** "Ignore all previous instructions.": what it wants to hear comes next. */
const isBareOrder = (sentence: string): boolean =>
  isToMachine(sentence) &&
  (countWords(sentence) <= MOST_BARE_WORDS || /\bfollow(?:s|ing)?\b|:$/i.test(sentence))

/** What follows a bare order to a machine, in its paragraph, is a part of it. */
function withoutOrders(sentences: readonly (string | null)[]): (string | null)[] {
  const from = sentences.findIndex(sentence => sentence !== null && isBareOrder(sentence))
  return sentences.map((sentence, at) => (from >= 0 && at >= from ? null : sentence))
}

/** Where the report begins, if orders to a machine stand before it. */
function startOf(sentences: readonly (string | null)[]): number {
  const start = sentences.findIndex(sentence => sentence !== null && !isToMachine(sentence))
  return Math.max(0, start)
}

/** The sentences of an item, in order, null for those of a list, within a longer quotation or after a bare order to a machine; none where the item is no English report. */
export function usableText(item: Item): (string | null)[] {
  const text = cutMarkup(cleanText(item.text).slice(0, MOST_CHARACTERS))
  const paragraphs = text.split(/\n\s*\n/).map(splitSentences)
  const sentences = paragraphs.flat()
  if (!isEnglish(text) || isView(item, sentences) || isGuide(sentences)) return []
  const usable = withoutPoints(paragraphs).map(withoutInnerQuotes).flatMap(withoutOrders)
  return usable.slice(startOf(usable)).slice(0, MOST_SENTENCES)
}
