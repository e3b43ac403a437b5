import type { Item } from '../../../domain/feed.ts'
import { citedOutlet, isNamedIn } from '../builtin/arrange/cited-outlet.ts'
import { createSeededRandom } from '../builtin/language/seeded-random.ts'
import { spokenList } from '../builtin/language/spoken-list.ts'
import { CREDITS_OF_TURN } from '../builtin/phrases/sources.ts'
import { isQuestion } from './hanging-question.ts'
import { seedFor, type Proposal, type StoryJob, type Studio } from './studio.ts'

type MayBeHeard = (turn: Proposal, before: readonly Proposal[]) => boolean

/** Outlets of the items that a turn rests on, as they are named. */
const outletsOf = ({ items }: Proposal, all: readonly Item[]): string[] => [
  ...new Set(all.filter(({ id }) => items.includes(id)).flatMap(item => citedOutlet(item) ?? []))
]

/**
 * The turns of a story with each outlet named that they rest on, unless its feed does not ask for it: where a model named
 * it nowhere, at the end of the first turn that can take it and rests on it.
 */
export function creditOutlets(
  studio: Studio,
  { story, said }: StoryJob,
  turns: readonly Proposal[],
  mayBeHeard: MayBeHeard
): Proposal[] {
  const phrases = createSeededRandom(seedFor(studio, `credits ${story.id}`)).shuffled(CREDITS_OF_TURN)
  const credited = [...turns]
  const isUnnamed = (outlet: string): boolean => !credited.some(({ text }) => isNamedIn(text, outlet))
  const isSaid = (line: string): boolean => [...said, ...credited].some(({ text }) => text.includes(line))
  for (const [at, turn] of turns.entries()) {
    const list = spokenList(outletsOf(turn, story.items).filter(isUnnamed))
    if (list === '' || isQuestion(turn.text)) continue
    const lines = phrases.map(phrase => phrase.replace('{list}', list)).filter(line => !isSaid(line))
    const choices = lines.map(line => ({ ...turn, text: `${turn.text} ${line}` }))
    const choice = choices.find(each => mayBeHeard(each, credited.slice(0, at)))
    if (choice === undefined) continue
    credited[at] = choice
    phrases.push(...phrases.splice(0, 1))
  }
  return credited
}
