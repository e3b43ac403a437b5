import { startsUpper, tokensOf } from './words.ts'

const OPENS_SMALL = new Set(
  (
    'a an the in on at by for from with after before when while as since during until about around nearly almost more ' +
    'fewer less most many some several every each both two three four five six seven eight nine ten twelve its their his ' +
    'her according despite following there another one'
  ).split(' ')
)

/** Before a name. */
const TITLES = new Set(['Mr', 'Mrs', 'Ms', 'Dr'])

/**
 * A sentence as it goes on after words of ours ("And …", "the Wire reports that …"): with a small letter, unless it
 * begins with a name. Null where that cannot be told. `isName`: is a capitalised word a name?
 */
export function continued(sentence: string, isName: (word: string) => boolean): string | null {
  const [first = ''] = tokensOf(sentence)
  if (/^["“‘'(]/.test(sentence) || first === '') return null
  if (OPENS_SMALL.has(first.toLowerCase())) return sentence.charAt(0).toLowerCase() + sentence.slice(1)
  return !startsUpper(first) || /.[\p{Lu}\d]/u.test(first) || TITLES.has(first) || isName(first)
    ? sentence
    : null
}
