import type { Item } from '../../../../domain/feed.ts'
import { splitSentences } from '../../../../domain/sentences.ts'
import { nameRuns, type Names } from '../language/names.ts'
import { IRREGULAR_VERBS, MONTHS, WEEKDAYS } from '../language/word-lists.ts'
import { tokensOf } from '../language/words.ts'

const isVerb = (word: string): boolean => IRREGULAR_VERBS.has(word) || /^\p{Ll}{2,}ed$/u.test(word)

/** Does a sentence of the text begin with the name as its subject, without an article? */
const isSubject = (name: string, sentences: readonly string[]): boolean =>
  sentences.some(sentence => {
    const rest = sentence.startsWith(`${name} `) ? sentence.slice(name.length + 1) : ''
    return isVerb(rest.split(' ')[0] ?? '')
  })

/**
 * A name that a story is about, so that a host can say "Next, Nvidia": in the headline, in the first sentence told,
 * and the subject of a sentence. Empty where there is none.
 */
export function subjectOf(item: Item, firstSentence: string, names: Names): string {
  const sentences = splitSentences(item.text.slice(0, 20_000))
  const inTitle = ` ${tokensOf(item.title).join(' ')} `
  const isNamed = (name: string): boolean => inTitle.includes(` ${name} `) && isSubject(name, sentences)
  const isDay = (name: string): boolean => [...MONTHS, ...WEEKDAYS].some(day => name.includes(day))
  return (
    nameRuns(firstSentence, word => names.proper.has(word))
      .map(run => run.join(' '))
      .find(name => !isDay(name) && isNamed(name)) ?? ''
  )
}
