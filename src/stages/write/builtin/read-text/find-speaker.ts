import { ADJECTIVES, AFTER_SPEAKER, DETERMINERS, NO_NAMES, SPEECH_VERBS } from './speaker-words.ts'

const MOST_WORDS = 4

const bare = (word: string): string => word.replace(/^[^\p{L}]+|[^\p{L}’']+$/gu, '').replace(/[’']s?$/, '')
const isVerb = (word: string | undefined): boolean => SPEECH_VERBS.has(bare(word ?? '').toLowerCase())
const isAdverb = (word: string | undefined): boolean => /\p{L}{3,}(?<!f)ly\W*$/u.test(word ?? '')
const endsPhrase = (word: string): boolean =>
  /[.,;:!?…—–]$/.test(word) && !/^(?:Mr|Mrs|Ms|Dr|St)\.$/.test(word)
const isName = (word: string): boolean => /^\p{Lu}\p{L}/u.test(bare(word)) && !NO_NAMES.has(bare(word))

interface Phrase {
  /** "the old keeper", "Anna Brook" */
  name: string
  /** Words of the text that it takes. */
  length: number
}

/** The words that name somebody, at the start; null where there are none. */
function readPhrase(words: readonly string[]): Phrase | null {
  const isRole = DETERMINERS.has((words[0] ?? '').toLowerCase())
  const taken: string[] = isRole ? words.slice(0, 1) : []
  const least = taken.length
  while (!isRole && ADJECTIVES.has(words[taken.length] ?? '')) taken.push(words[taken.length] ?? '')
  for (const word of words.slice(taken.length)) {
    const isEnd = isVerb(word) || AFTER_SPEAKER.has(word) || (taken.length > least && isAdverb(word))
    if (taken.length >= MOST_WORDS || isEnd || bare(word) === '' || !(isRole || isName(word))) break
    taken.push(word)
    if (endsPhrase(word)) break
  }
  const name = taken.map(bare).join(' ')
  return taken.length > least && (isRole || taken.some(isName)) ? { name, length: taken.length } : null
}

/** Who spoke, where it is told right after a quotation: "said Anna", "the keeper asked". */
export function speakerAfter(text: string): string | null {
  const words = text
    .replace(/^[\s,]+/, '')
    .split(/\s+/)
    .slice(0, 2 * MOST_WORDS)
  if (isVerb(words[0]) && !endsPhrase(words[0] ?? '')) return readPhrase(words.slice(1))?.name ?? null
  const phrase = readPhrase(words)
  if (phrase === null) return null
  const rest = words.slice(phrase.length)
  const [verb, next = ''] = isAdverb(rest[0]) ? rest.slice(1) : rest
  return isVerb(verb) && bare(next) !== 'nothing' ? phrase.name : null
}

const LINKS = /^(?:(?:Then|And|But|So|Now|Again|At last|Finally|At once|After a while),? )+/

const sentenceOf = (text: string): string =>
  (text.split(/[.!?…]\s+(?=\p{Lu})/u).at(-1) ?? '').trim().replace(LINKS, '')

/** With whom the last sentence of a text begins. */
export const subjectOf = (text: string): string | null =>
  readPhrase(sentenceOf(text).split(/\s+/))?.name ?? null

/** Who speaks, where it is told right before a quotation: "Anna looked up and said," */
export function speakerBefore(text: string): string | null {
  if (!/[,:]\s*$/.test(text)) return null
  const words = sentenceOf(text).split(/\s+/)
  const phrase = readPhrase(words)
  return phrase !== null && words.slice(phrase.length).some(isVerb) ? phrase.name : null
}
