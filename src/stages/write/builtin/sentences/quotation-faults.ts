import { countWords } from '../../../../domain/text.ts'
import { SPEECH_VERBS } from '../language/word-lists.ts'
import { outsideQuotes } from '../language/words.ts'

const QUOTED = /“([^”]*)”|"([^"]*)"/g
const SPEAKS = new RegExp(`\\b(?:${SPEECH_VERBS}|according to|in the words of)\\b`, 'i')
const SHORT_QUOTE_WORDS = 3
/** A closing single quote; also an apostrophe, so it may outnumber the opening ones. */
const SINGLE_OPEN = /(?:^|[\s(])['‘](?=\S)/g
const SINGLE_CLOSE = /\S['’](?=[\s.,;:!?)]|$)/g

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const isUnbalanced = (text: string): boolean =>
  count(text, /"/g) % 2 !== 0 ||
  text.split('“').length !== text.split('”').length ||
  text.indexOf('”') < text.indexOf('“') ||
  count(text, SINGLE_OPEN) > count(text, SINGLE_CLOSE)

/** What is wrong with the quotations of a sentence that is heard alone, or null. */
export function quotationFault(text: string): string | null {
  if (isUnbalanced(text)) return 'a quotation that begins or ends elsewhere'
  const quotes = [...text.matchAll(QUOTED)].map(([, curly, straight]) => curly ?? straight ?? '')
  if (quotes.length === 0) return null
  if (quotes.some(quote => /["“”]/.test(quote))) return 'a quotation inside a quotation'
  const isLong = quotes.some(quote => countWords(quote) > SHORT_QUOTE_WORDS)
  const around = outsideQuotes(text)
  if (isLong && !SPEAKS.test(around)) return 'a quotation without its speaker'
  return null
}

/** Does the quotation come before its speaker, so that a host would seem to speak for themselves? */
export const opensWithQuotation = (text: string): boolean => /^["“]/.test(text)
