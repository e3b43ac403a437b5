import { sharedOf } from '../claims/best-evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import { stemOf } from '../text/stems.ts'
import type { NameRun } from './name-run.ts'
import { areLinked } from './linked-names.ts'
import { sameName } from './roles.ts'
import { subjectsIn, type Subject } from './subjects.ts'

const stemsOf = (words: readonly string[]): string[] => words.map(stemOf)

/** What a sentence speaks of besides a verb and its subject. */
const topicOf = ({ stems }: Statement, { verb, who }: Subject): Set<string> => {
  const own = new Set([verb, ...stemsOf(who.words)])
  return new Set([...stems].filter(stem => !own.has(stem)))
}

/** Does somebody whose name is not given do it there, too? */
function hasUnnamed(statement: Statement, verb: string): boolean {
  const named = new Set(subjectsIn(statement).map(({ at }) => at))
  return statement.tokens.some(
    ({ kind, lower }, at) => kind === 'word' && stemOf(lower) === verb && !named.has(at)
  )
}

/** Those who do in the source what is said of another; none where the source leaves it open. */
function otherDoers(said: Subject, sentence: Statement, cited: readonly Statement[]): NameRun[] {
  const topic = topicOf(sentence, said)
  const near = cited.filter(
    each => each.stems.has(said.verb) && sharedOf(topic, each.stems) >= Math.min(1, topic.size)
  )
  const doers = near.flatMap(each => subjectsIn(each).filter(({ verb }) => verb === said.verb))
  const isOpen = near.some(each => hasUnnamed(each, said.verb))
  return isOpen || doers.some(({ who }) => sameName(who, said.who)) ? [] : doers.map(({ who }) => who)
}

/** What one name does in the source, said of another. */
export function subjectFaults(
  said: Statement,
  given: readonly Statement[],
  ownWords: ReadonlySet<string>
): TurnFault[] {
  return subjectsIn(said)
    .filter(({ who }) => !who.words.every(word => ownWords.has(word)))
    .flatMap(subject => {
      const [doer, ...others] = otherDoers(subject, said, given)
      if (doer === undefined || [doer, ...others].some(each => areLinked(each, subject.who, given))) return []
      const message = `in the source it is ${doer.text} who does this, not ${subject.who.text}`
      return [{ kind: 'role' as const, text: subject.who.text, message }]
    })
}
