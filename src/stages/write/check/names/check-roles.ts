import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { namesIn } from './names-in.ts'
import { anySame, belongings, deedsIn, sameName, type Deed } from './roles.ts'
import { speakersIn } from './speakers.ts'

const isTurned = (said: Deed, given: Deed): boolean =>
  said.verb === given.verb &&
  anySame(said.agents, given.patients) &&
  anySame(said.patients, given.agents) &&
  !anySame(said.agents, said.patients)

const isSame = (said: Deed, given: Deed): boolean =>
  said.verb === given.verb && anySame(said.agents, given.agents) && anySame(said.patients, given.patients)

function deedFaults(said: Statement, cited: readonly Evidence[]): TurnFault[] {
  const given = cited.flatMap(each => deedsIn(each).map(deed => ({ deed, text: each.text })))
  return deedsIn(said).flatMap(deed => {
    if (given.some(each => isSame(deed, each.deed))) return []
    const other = given.find(each => isTurned(deed, each.deed))
    if (other === undefined) return []
    const [agent = '', patient = ''] = [deed.agents[0]?.text, deed.patients.at(-1)?.text]
    const text = `${agent} … ${patient}`
    return [
      {
        kind: 'role' as const,
        text,
        message: `the source has ${agent} and ${patient} the other way round: "${other.text}"`
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

/** What one speaker said, put into another's mouth. */
function speakerFaults(said: Statement, reading: Reading): TurnFault[] {
  const isOutlet = (words: readonly string[]): boolean => words.every(word => reading.ownWords.has(word))
  return speakersIn(said).flatMap(speaker => {
    const same = reading.cited.filter(
      ({ stems }) => [...said.stems].filter(stem => stems.has(stem)).length * 2 >= said.stems.size
    )
    const others = same.flatMap(speakersIn).filter(each => !sameName(each, speaker))
    const isNamed = same.some(each => namesIn(each).some(name => sameName(name, speaker)))
    if (others.length === 0 || isNamed || isOutlet(speaker.words)) return []
    const message = `the source has ${others[0]?.text} say this, not ${speaker.text}`
    return [{ kind: 'role' as const, text: speaker.text, message }]
  })
}

/** Names of the source that have changed places. */
export const checkRoles = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap(said => [
    ...deedFaults(said, reading.cited),
    ...belongingFaults(said, reading.cited),
    ...speakerFaults(said, reading)
  ])
