import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { sharedOf } from '../claims/best-evidence.ts'
import { stemOf } from '../text/stems.ts'
import type { NameRun } from './name-run.ts'
import { namesIn } from './names-in.ts'
import { anySame, belongings, deedsIn, sameName, type Deed } from './roles.ts'
import { subjectFaults } from './check-subjects.ts'
import { speakersIn } from './speakers.ts'
import { plainStatement, withName } from './plain-statement.ts'

const isTurned = (said: Deed, given: Deed): boolean =>
  said.verb === given.verb &&
  anySame(said.agents, given.patients) &&
  anySame(said.patients, given.agents) &&
  !anySame(said.agents, said.patients)

/** The same does it to another, whom the same sentence of the source names for something else. */
const isAstray = (said: Deed, given: Deed, names: readonly NameRun[]): boolean =>
  said.verb === given.verb &&
  anySame(said.agents, given.agents) &&
  !anySame(said.patients, given.patients) &&
  said.patients.length === 1 &&
  anySame(said.patients, names)

const isSame = (said: Deed, given: Deed): boolean =>
  said.verb === given.verb && anySame(said.agents, given.agents) && anySame(said.patients, given.patients)

function deedFaults(said: Statement, cited: readonly Statement[]): TurnFault[] {
  const given = cited.flatMap(each =>
    deedsIn(each).map(deed => ({ deed, text: each.text, names: namesIn(each) }))
  )
  return deedsIn(said).flatMap(deed => {
    if (given.some(each => isSame(deed, each.deed))) return []
    const other = given.find(each => isTurned(deed, each.deed) || isAstray(deed, each.deed, each.names))
    if (other === undefined) return []
    const [agent = '', patient = ''] = [deed.agents[0]?.text, deed.patients.at(-1)?.text]
    const text = `${agent} … ${patient}`
    return [
      {
        kind: 'role' as const,
        text,
        message: `the source does not have ${agent} do this to ${patient}: "${other.text}"`
      }
    ]
  })
}

function belongingFaults(said: Statement, cited: readonly Evidence[]): TurnFault[] {
  const given = cited.flatMap(belongings)
  return belongings(said).flatMap(({ who, where }) => {
    const own = given.filter(each => sameName(each.who, who))
    if (own.length === 0 || own.some(each => sameName(each.where, where))) return []
    const text = `${who.text} … ${where.text}`
    return [
      {
        kind: 'role' as const,
        text,
        message: `in the source ${who.text} is of ${own[0]?.where.text}, not of ${where.text}`
      }
    ]
  })
}

/** What is said, without who says it. */
function wordsOf(said: Statement, speaker: NameRun): Set<string> {
  const house = belongings(said).filter(({ who }) => who === speaker)
  const names = [speaker, ...house.map(({ where }) => where)].flatMap(({ words }) => words.map(stemOf))
  return new Set([...said.stems].filter(stem => !names.includes(stem)))
}

/** What one speaker said, put into another's mouth. */
function speakerFaults(said: Statement, reading: Reading): TurnFault[] {
  const isOutlet = (words: readonly string[]): boolean => words.every(word => reading.ownWords.has(word))
  return speakersIn(said).flatMap(speaker => {
    const words = wordsOf(said, speaker)
    const same = reading.cited.filter(({ stems }) => sharedOf(words, stems) * 2 >= words.size)
    const others = same.flatMap(speakersIn).filter(each => !sameName(each, speaker))
    const isNamed = same.some(each => namesIn(each).some(name => sameName(name, speaker)))
    if (others.length === 0 || isNamed || isOutlet(speaker.words)) return []
    const message = `the source has ${others[0]?.text} say this, not ${speaker.text}`
    return [{ kind: 'role' as const, text: speaker.text, message }]
  })
}

/** Names of the source that have changed places. */
export const checkRoles = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap((sentence, at) => {
    const said = plainStatement(withName(sentence, reading.sentences[at - 1]))
    const given = reading.cited.map((each, place) => plainStatement(withName(each, reading.cited[place - 1])))
    const deeds = deedFaults(said, given)
    const faults = [...deeds, ...belongingFaults(said, reading.cited), ...speakerFaults(said, reading)]
    return faults.length > 0 ? faults : subjectFaults(said, given, reading.ownWords)
  })
