import { countWords } from '../../../../domain/text.ts'
import { hasVerb } from '../language/has-verb.ts'
import { SPEECH_VERBS } from '../language/word-lists.ts'

export const MOST_WORDS = 38
const LEAST_WORDS_LEFT = 9

/** A clause that only adds to a sentence that is whole without it. */
const ADDED_CLAUSE = /, (?:which|who|whose|where|including|amid|while|with|as|after|\p{Ll}{2,}ing) /gu
const DOES =
  '(?:\\p{Ll}{2,}ed|gave|said|told|took|made|went|came|got|found|left|won|lost|met|saw|began|became|led|held|kept|put|ran|sent|set|spoke|claims|says|plans|wants|hopes|expects|warns)'
const IS = '(?:was|were|is|are|has|had|have|will|would|could|did)'
/** The same subject does something more. */
const SECOND_VERB = new RegExp(` and (?:also |then |later )?(?:${DOES}|${IS}) `, 'gu')
/** The second of three things that the subject did: it does not end a sentence without its "and". */
const LISTS_VERBS = new RegExp(`, ${DOES} [^,]*$`, 'u')
const OPENS_SUBORDINATE =
  /^["“]?(?:After|Before|When|While|As|If|Although|Though|Because|Since|In|On|At|With|Despite|For|During|Under|Following|By|From|Once|Until|Speaking|Having)\b/
const SPEECH = new RegExp(`\\b(?:${SPEECH_VERBS}|according to)\\b`)
/** The main clause goes on after the added one. */
const RETURNS = /, (?:\p{Ll}+ed|was|were|is|are|has|had|have|will|would|could|can|did|does|and|but|or) /u

const isBalanced = (text: string): boolean =>
  (text.match(/"/g)?.length ?? 0) % 2 === 0 && text.split('“').length === text.split('”').length

/** Has every clause of the text its verb, and has what somebody said one, too? */
function isComplete(text: string): boolean {
  const clauses = text.split(/ (?:that|who|which|whose|where|when|while|because|although) /)
  const speech = new RegExp(SPEECH, 'g')
  const saidAt = [...text.matchAll(speech)].at(-1)?.index
  const said = saidAt === undefined ? null : text.slice(saidAt).replace(SPEECH, '')
  return clauses.every(hasVerb) && (said === null || hasVerb(said)) && !OPENS_SUBORDINATE.test(text)
}

function canCut(head: string, tail: string): boolean {
  const words = countWords(head)
  const fits = words >= LEAST_WORDS_LEFT && words <= MOST_WORDS
  return (
    fits &&
    isBalanced(head) &&
    !/["“”]/.test(tail) &&
    !SPEECH.test(tail) &&
    !RETURNS.test(tail) &&
    isComplete(head) &&
    !(tail.startsWith(' and ') && LISTS_VERBS.test(head))
  )
}

/**
 * Cuts the clauses at the end of a sentence that is too long to follow by ear (", which …", ", killing …"), as few as
 * will do. What remains is whole, and who says it stays.
 */
export function cutTail(sentence: string): string {
  if (countWords(sentence) <= MOST_WORDS) return sentence
  const cuts = [...sentence.matchAll(ADDED_CLAUSE), ...sentence.matchAll(SECOND_VERB)]
    .filter(
      ({ 0: found, index }) =>
        found.startsWith(',') || !/\b(?:between|both|either|that|who|which)\b/.test(sentence.slice(0, index))
    )
    .map(({ index }) => index)
    .sort((a, b) => b - a)
  const at = cuts.find(index => canCut(sentence.slice(0, index), sentence.slice(index)))
  return at === undefined ? sentence : `${sentence.slice(0, at)}.`
}
