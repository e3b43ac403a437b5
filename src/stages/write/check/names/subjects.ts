import type { Statement } from '../read-statement.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { stemOf } from '../text/stems.ts'
import { tokenAt, type Token } from '../text/token.ts'
import { afterApposition } from './apposition.ts'
import type { NameRun } from './name-run.ts'
import { namesIn } from './names-in.ts'
import { isPast } from './past.ts'

/** Who does what: a verb, and the name that stands as its subject. */
export interface Subject {
  /** Stem of the verb, and its place among the tokens. */
  verb: string
  at: number
  who: NameRun
}

const PREPOSITION =
  /^(?:of|in|at|from|for|to|with|by|near|on|between|against|over|than|like|after|before|into|under|about|as|around|behind|through|during|since|until|and|or|&|-)$/
const AUXILIARY =
  /^(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|shall|should|does|do|did|be|been|now|still|already|then|recently|reportedly|since|not|never|also|once|later|first|just|even|soon|\w+n't|\w{2,}ly)$/
const BE = /^(?:is|are|was|were|be|been|being)$/
const ENDS_CLAUSE = /^(?:[,;:.!?—"]|that|which|who|whom|where|when|while|because|if|although|though)$/
const NO_VERB = /^(?:s|a|an|the|percent|per|p\.m|a\.m)$/
const MOST_AUXILIARIES = 4
const MOST_TO_CONJUNCT = 9

const isVerbLike = ({ kind, lower, text }: Token): boolean =>
  kind === 'word' &&
  text === text.toLowerCase() &&
  lower.length > 2 &&
  !STOP_WORDS.has(lower) &&
  !NO_VERB.test(lower) &&
  !PREPOSITION.test(lower)

/** The place of the verb behind a subject, and whether it is done to it. */
function verbFrom(tokens: readonly Token[], from: number): { at: number; passive: boolean } | null {
  let at = from
  let isBe = false
  while (at - from < MOST_AUXILIARIES && AUXILIARY.test(tokenAt(tokens, at).lower)) {
    isBe = BE.test(tokenAt(tokens, at).lower)
    at++
  }
  if (/^(?:has|have|had)$/.test(tokenAt(tokens, at - 1).lower) && tokenAt(tokens, at).lower === 'to') at++
  if (/^(?:like|want)$/.test(tokenAt(tokens, at).lower) && tokenAt(tokens, at + 1).lower === 'to') at += 2
  const verb = tokenAt(tokens, at)
  return isVerbLike(verb) ? { at, passive: isBe && isPast(verb.lower) } : null
}

/** "wants to reopen", "conceded and congratulated": the verbs that share its subject. */
function sharing(tokens: readonly Token[], verb: number): number[] {
  if (tokenAt(tokens, verb + 1).lower === 'to' && isVerbLike(tokenAt(tokens, verb + 2)))
    return [verb + 2, ...sharing(tokens, verb + 2)]
  for (let at = verb + 1; at < verb + MOST_TO_CONJUNCT; at++) {
    const { lower } = tokenAt(tokens, at)
    if (lower === '' || ENDS_CLAUSE.test(lower)) return []
    const next = tokenAt(tokens, at + 1)
    if (!/^(?:and|but)$/.test(lower)) continue
    const isSameForm = isPast(tokenAt(tokens, verb).lower) && isPast(next.lower)
    return isSameForm && isVerbLike(next) ? [at + 1] : []
  }
  return []
}

/** Where the words that say what a name does can begin: behind it, in its relative clause, behind its apposition, or that which it is. */
function placesBehind(tokens: readonly Token[], { from, to }: NameRun): number[] {
  if (tokenAt(tokens, to).text !== ',') return [to]
  if (tokenAt(tokens, from - 1).text === ',') return [to + 1]
  const relative = /^(?:who|which)$/.test(tokenAt(tokens, to + 1).lower) ? [to + 2] : []
  const after = afterApposition(tokens, to)
  return after === null ? relative : [...relative, after]
}

const isSubject = ({ words, from, to, text }: NameRun, tokens: readonly Token[]): boolean =>
  words.length > 0 &&
  !/'s?$/.test(text) &&
  !PREPOSITION.test(tokenAt(tokens, from - (tokenAt(tokens, from - 1).lower === 'the' ? 2 : 1)).lower) &&
  !/^(?:and|or|&|')$/.test(tokenAt(tokens, to).lower)

function readSubjects(statement: Statement): Subject[] {
  const { tokens } = statement
  const names = namesIn(statement)
  const found = names
    .filter(name => isSubject(name, tokens))
    .flatMap(who =>
      placesBehind(tokens, who).flatMap(place => {
        const verb = verbFrom(tokens, place)
        if (verb === null || verb.passive) return []
        return [verb.at, ...sharing(tokens, verb.at)].map(at => ({
          verb: stemOf(tokenAt(tokens, at).lower),
          at,
          who
        }))
      })
    )
  const doers = names.flatMap(who => {
    const verb = tokenAt(tokens, who.from - 2)
    return tokenAt(tokens, who.from - 1).lower === 'by' && isVerbLike(verb) && isPast(verb.lower)
      ? [{ verb: stemOf(verb.lower), at: who.from - 2, who }]
      : []
  })
  return [...found, ...doers]
}

const cache = new WeakMap<Statement, Subject[]>()

/** The verbs of a sentence whose subject is a name. */
export function subjectsIn(statement: Statement): Subject[] {
  const known = cache.get(statement)
  if (known !== undefined) return known
  const subjects = readSubjects(statement)
  cache.set(statement, subjects)
  return subjects
}
