import type { Item } from '../../src/domain/feed.ts'
import type { Rundown, Story } from '../../src/domain/rundown.ts'
import { checkTurn } from '../../src/stages/write/check/check-turn.ts'
import type { CheckContext, CheckedTurn } from '../../src/stages/write/check/context.ts'
import type { TurnFault } from '../../src/stages/write/check/fault.ts'
import { benchShow } from './bench-show.ts'
import type { LabelledSet, LabelledStory, LabelledTurn } from './labelled-set.ts'

export interface Verdict {
  turn: LabelledTurn
  faults: TurnFault[]
  micros: number
}

function itemsOf({ samples, items }: LabelledStory, all: readonly Item[]): Item[] {
  const found = samples.map(start => all.find(({ title }) => title.startsWith(start)) ?? start)
  const missing = found.find(each => typeof each === 'string')
  if (missing !== undefined)
    throw new Error(`no item of the sample feeds begins with "${JSON.stringify(missing)}"`)
  return [...items, ...found.filter(each => typeof each !== 'string')]
}

function storyOf(labelled: LabelledStory, all: readonly Item[]): Story {
  const items = itemsOf(labelled, all)
  const outlets = [...new Set(items.map(({ outlet }) => outlet))]
  const title = items[0]?.title ?? ''
  return { id: labelled.key, title, items, outlets, topic: null, score: 1, budgetSeconds: 40 }
}

function rundownOf(set: LabelledSet, all: readonly Item[]): Rundown {
  const stories = set.stories.map(story => storyOf(story, all))
  const funnel = {
    feedsAsked: 1,
    feedsAnswered: 1,
    feedsFailed: [],
    itemsSeen: stories.length,
    itemsTold: 0,
    itemsHeadlineOnly: 0,
    itemsOld: 0,
    stories: stories.length,
    storiesChosen: stories.length,
    storiesLeftOut: []
  }
  return { inputHash: 'x', show: benchShow.id, episode: set.date, date: set.date, stories, funnel }
}

function citedBy({ story, change }: LabelledTurn, { stories }: Rundown): string[] {
  if (change.items === 'none') return []
  const isOwn = ({ id }: Story): boolean => story === null || id === story
  const cited = stories.filter(each => (change.items === 'other' ? !isOwn(each) : isOwn(each)))
  return cited.flatMap(({ items }) => items.map(({ id }) => id))
}

export function contextOf(set: LabelledSet, all: readonly Item[]): CheckContext {
  const { date, prompts, earlier, told } = set
  const rundown = rundownOf(set, all)
  return { rundown, show: benchShow, date, prompts, earlierEpisodes: earlier, earlierTold: told }
}

const toTurn = (turn: LabelledTurn, rundown: Rundown): CheckedTurn => ({
  id: `t${turn.line}`,
  host: turn.change.host ?? 'Sarah',
  text: turn.text,
  items: citedBy(turn, rundown),
  story: turn.story,
  ...(turn.change.budget === undefined ? {} : { wordBudget: turn.change.budget })
})

/** Every turn of the set through the check. */
export function runLabelledSet(set: LabelledSet, all: readonly Item[]): Verdict[] {
  const context = contextOf(set, all)
  const turns = set.turns.map(turn => toTurn(turn, context.rundown))
  for (const turn of turns.slice(0, 20)) checkTurn(turn, context)
  return set.turns.map((turn, at) => {
    const from = performance.now()
    const faults = checkTurn(turns[at] as CheckedTurn, context)
    return { turn, faults, micros: (performance.now() - from) * 1000 }
  })
}
