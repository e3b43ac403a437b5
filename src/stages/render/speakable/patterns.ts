import { commonlyStartsSentence } from '../../../domain/sentences.ts'

/** Rewrites one kind of thing in a text; what it writes holds nothing that a later rule would take for its own. */
export type Rule = (text: string) => string

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,15})?`

/** Source of a pattern: a number with its sign, or a range. */
export const AMOUNT = String.raw`(?<![A-Za-z\d])(?<!\d[.,])(?:(?<![\w)"'-])-)?${DIGITS}(?: ?- ?${DIGITS})?`

/** Source of a pattern: the words for powers of a thousand. */
export const SCALE_WORD = '(?:hundred|thousand|million|billion|trillion|lakh crore|lakh|crore)'

export const SCALES: Record<string, string> = {
  k: 'thousand',
  K: 'thousand',
  m: 'million',
  M: 'million',
  mn: 'million',
  mln: 'million',
  bn: 'billion',
  b: 'billion',
  B: 'billion',
  tn: 'trillion',
  trn: 'trillion',
  T: 'trillion'
}

const DETERMINER =
  /(?:^|[\s("'])(?:an?|the|this|that|his|her|its|their|our|your|my|another|each|every|[A-Za-z]+'s)\s$/i
const NOT_A_NOUN =
  /^(?:an?|and|or|per|in|of|on|for|to|from|by|at|with|without|is|was|are|were|be|as|than|more|less|each|every|that|which|who|when|while|but|over|above|below|away|ago|if|this|last|next|the|it|he|she|they|we|has|have|had|will|would|could|can|may|worth|into|after|before|since|during|under|up|down|between|along|around|through|across|off|out|so|only|then|apart|not|because|[a-z]+ed|[A-Z][a-z]+day)\b/

/** "a $5 bill", "its 10km run": is what stands between `before` and `after` said in the singular? */
export const modifiesNoun = (before: string, after: string): boolean =>
  DETERMINER.test(before) && /^[ -][A-Za-z]/.test(after) && !NOT_A_NOUN.test(after.slice(1))

/** Does `after` begin with a lower-case word that looks like a plural ("people", "new homes")? */
export const startsWithPlural = (after: string): boolean =>
  /^ (?:[a-z]+ )?(?:people|men|women|children|[a-z]{2,}[a-rtv-z]s)\b/.test(after.slice(0, 60)) &&
  !/^ (?:was|is|has|does|as|and|or|in|on|at|of|to|for|the|when|with|this|it|by|from)\b/.test(after)

/** The full stop of an abbreviation: kept where the sentence ends with it. */
export function stopBefore(after: string): '.' | '' {
  const rest = after.slice(0, 60).replace(/^["')\]]{1,3}/, '')
  if (rest.trim() === '') return '.'
  const [, word = ''] = /^\s+["'([]{0,3}(\S{1,40})/.exec(rest) ?? []
  return commonlyStartsSentence(word) ? '.' : ''
}

/** A rule that replaces each match, given what stands before and after it (40 and 60 characters). */
export function replaceInContext(
  pattern: RegExp,
  replacement: (groups: (string | undefined)[], before: string, after: string) => string
): Rule {
  return text =>
    text.replace(pattern, (match: string, ...rest: unknown[]) => {
      const at = rest.findIndex(value => typeof value === 'number')
      const offset = Number(rest[at])
      const groups = [match, ...rest.slice(0, at)].map(group =>
        typeof group === 'string' ? group : undefined
      )
      const end = offset + match.length
      return replacement(groups, text.slice(Math.max(0, offset - 40), offset), text.slice(end, end + 60))
    })
}

/** Rules one after another. */
export const inOrder =
  (...rules: Rule[]): Rule =>
  text =>
    rules.reduce((rest, rule) => rule(rest), text)

/** Rules that have work only where the text holds one of these characters: most sentences are spared them. */
export const where =
  (characters: RegExp, ...rules: Rule[]): Rule =>
  text =>
    characters.test(text) ? inOrder(...rules)(text) : text
