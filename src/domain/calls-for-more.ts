import { splitSentences } from './sentences.ts'
import type { Turn } from './script.ts'

const ASKS = /[?？؟]["”’»)]*$|:["”’»)]*$/
const ASKS_FOR =
  /^(?:(?:and|so|but|now|okay|ok|well|then|please),? )?(?:give|tell|show|walk|take|remind|bring) us\b/i

const lastSentence = (text: string): string => splitSentences(text).at(-1) ?? ''

/** Does a turn end with something that only the next one answers: a question, or "Tell us more"? */
export function asksForMore({ text }: Pick<Turn, 'text'>): boolean {
  const last = lastSentence(text)
  return ASKS.test(last) || ASKS_FOR.test(last)
}

/** Does a turn end by giving the word to another host by name? */
export function handsOver({ text, host }: Pick<Turn, 'text' | 'host'>, hosts: Iterable<string>): boolean {
  const words = ` ${lastSentence(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return [...hosts].some(
    name => name !== host && words.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `)
  )
}
