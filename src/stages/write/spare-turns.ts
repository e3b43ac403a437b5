import { addTurns } from '../../domain/add-turns.ts'
import { asksForMore, handsOver } from '../../domain/calls-for-more.ts'
import type { Turn } from '../../domain/script.ts'
import { StageError } from '../../domain/stage-error.ts'
import { countWords } from '../../domain/text.ts'
import { createPhraseBook, type PhraseBook } from './builtin/arrange/phrase-book.ts'
import { createRota } from './builtin/arrange/rota.ts'
import { saidIn } from './builtin/spare/said-so-far.ts'
import { spareSentences } from './builtin/spare/spare-sentences.ts'
import { spareText } from './builtin/spare/spare-text.ts'
import { toldStories, type ToldStory } from './builtin/spare/told-story.ts'
import { turnsToCheck } from './check/check-script.ts'
import { checkTurn } from './check/check-turn.ts'
import type { CheckContext } from './check/context.ts'
import { monotoneFaults } from './check/form/check-monotone.ts'
import { hasRoomFor } from './excerpts/has-room.ts'
import type { Excerpt } from './excerpts/within-caps.ts'
import { faultOfBuiltin } from './formats/formats.ts'
import type { Assignment, ScriptDraft } from './ports.ts'
import { validateScript } from './validate-script.ts'

/** What is prepared would make the episode longer by this share of it. */
const SHARE = 0.25
const LEAST_TURNS = 6
const MOST_TURNS = 24
const MOST_OF_STORY = 4
const FIRST_ID = 90
const COMMON_PACE = 160

/** The prepared turns so far, and what is needed to find another. */
interface Search {
  assignment: Assignment
  draft: ScriptDraft
  context: CheckContext
  stories: ToldStory[]
  book: PhraseBook
  found: Turn[]
  /** What they say of their items. */
  excerpts: Excerpt[]
}

const secondsOf = ({ wordsPerMinute, secondsToSay }: Assignment, { host, text }: Turn): number =>
  secondsToSay?.(host, text) ?? (countWords(text) / (wordsPerMinute[host] ?? COMMON_PACE)) * 60

function firstId({ turns }: ScriptDraft): number {
  const numbers = turns.map(({ id }) => Number(id.slice(1))).filter(Number.isInteger)
  return Math.max(FIRST_ID, ...numbers.map(number => number + 1))
}

/** May it be heard after all that the draft and the other spare turns say? */
function isGood(turn: Turn, { assignment, draft, context, found }: Search): boolean {
  const whole = { ...draft, turns: addTurns(draft.turns, [...found, turn]) }
  try {
    validateScript(whole, assignment)
  } catch (error) {
    if (error instanceof StageError) return false
    throw error
  }
  const checked = turnsToCheck(whole)
  const said = checked.filter(({ id }) => id !== turn.id)
  const even = monotoneFaults(checked)
  return (
    [turn, ...found].every(({ id }) => !even.has(id)) &&
    checked.filter(({ id }) => id === turn.id).every(own => checkTurn(own, { ...context, said }).length === 0)
  )
}

/** The best turn that is still to be had for the end of a story, or null. */
function findSpare(told: ToldStory, search: Search): Turn | null {
  const { assignment, draft, stories, book, found, excerpts } = search
  const own = found.filter(({ segment }) => segment === told.segment.id)
  const story = { ...told, turns: [...told.turns, ...own] }
  const last = story.turns.at(-1)
  if (last === undefined || own.length >= MOST_OF_STORY) return null
  const said = saidIn([...draft.turns, ...found])
  const outlets = new Set(stories.flatMap(each => [...each.outlets]))
  const spoken = {
    excerpts: [...stories.flatMap(each => [...each.spoken]), ...excerpts],
    turns: [...draft.turns, ...found]
  }
  const hasRoom = (run: readonly Excerpt[]): boolean => hasRoomFor(run, told.pool.story.items, spoken)
  for (const run of spareSentences(story, { said, outlets, hasRoom })) {
    const text = spareText(run, last, story, book)
    if (text === null) continue
    const turn: Turn = {
      id: `t${firstId(draft) + found.length}`,
      host: createRota(assignment.show.hosts.map(({ name }) => name)).after(last.host),
      kind: 'detail',
      segment: told.segment.id,
      text,
      items: [...new Set(run.map(({ item }) => item.id))]
    }
    if (!isGood(turn, search)) continue
    excerpts.push(...run)
    return turn
  }
  return null
}

/**
 * Prepared turns that a draft has no time for: sentences of the told stories' items that it does not say, as far as they may be spoken, each turn for
 * the end of its segment, after the ones before it in the list. English only, and only in a format that the built-in
 * writer can tell; none for a story that has nothing left, or that ends with a question or a hand-over. `checked`: what the check is told besides.
 */
export function spareTurns(
  assignment: Assignment,
  draft: ScriptDraft,
  checked: Partial<CheckContext> = {}
): Turn[] {
  const { show, rundown } = assignment
  if (!/^en(?:-|$)/i.test(show.language) || faultOfBuiltin(show) !== null) return []
  const context = { rundown, show, date: rundown.date, prompts: [], earlierEpisodes: [], ...checked }
  const hosts = show.hosts.map(({ name }) => name)
  const isOpen = ({ turns }: ToldStory): boolean =>
    turns.slice(-1).every(last => !asksForMore(last) && !handsOver(last, hosts))
  const stories = toldStories(assignment, draft)
  const book = createPhraseBook(`${show.id} ${rundown.date} spare`)
  const found: Turn[] = []
  const search: Search = { assignment, draft, context, stories, book, found, excerpts: [] }
  const wished = SHARE * show.minutes * 60
  const isEnough = (): boolean =>
    found.length >= MOST_TURNS ||
    (found.length >= LEAST_TURNS &&
      found.reduce((sum, turn) => sum + secondsOf(assignment, turn), 0) >= wished)
  let left = stories.filter(isOpen)
  while (left.length > 0 && !isEnough()) {
    left = left.filter(story => {
      const turn = isEnough() ? null : findSpare(story, search)
      if (turn !== null) found.push(turn)
      return turn !== null
    })
  }
  return found
}
