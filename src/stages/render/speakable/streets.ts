import { commonlyStartsSentence } from '../../../domain/sentences.ts'
import { inOrder, replaceInContext, stopBefore } from './patterns.ts'
import type { Rule } from './patterns.ts'

const STREETS: Record<string, string> = {
  St: 'Street',
  Dr: 'Drive',
  Ave: 'Avenue',
  Av: 'Avenue',
  Blvd: 'Boulevard',
  Rd: 'Road',
  Sq: 'Square'
}

/** Is the last word before it a street's name: a capitalised word that is no preposition, or "42nd"? */
function followsName(before: string): boolean {
  const [, word = ''] = /(\S{1,30}) $/.exec(before) ?? []
  if (/^\d{1,4}(?:st|nd|rd|th)$/.test(word)) return true
  return (
    /^[A-Z][a-z]+$/.test(word) &&
    !commonlyStartsSentence(word) &&
    !/^(?:Near|Around|Of|Between|Saint)$/.test(word)
  )
}

const saintOrStreet = replaceInContext(/\b(St|Dr)\b(\.?)/g, ([match = '', word = '', dot], before, after) => {
  const nameFollows = /^ ?[A-Z]/.test(after) && stopBefore(after) === ''
  const isJournal = /^ Journal\b/.test(after)
  if (followsName(before) && (!nameFollows || isJournal))
    return (STREETS[word] ?? word) + (dot ? stopBefore(after) : '')
  return word === 'St' && nameFollows ? (after.startsWith(' ') ? 'Saint' : 'Saint ') : match
})

const roads = replaceInContext(
  /(?<=[A-Z][a-z]{1,20} |\d(?:st|nd|rd|th) )(Ave|Av|Blvd|Rd|Sq)(?:\.|\b)/g,
  ([match = '', word = ''], _, after) =>
    (STREETS[word] ?? word) + (match.endsWith('.') ? stopBefore(after) : '')
)

/** "St. Louis" is a saint's, "Baker St." a street. */
export const streets: Rule = inOrder(saintOrStreet, roads)
