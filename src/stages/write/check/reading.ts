import type { Show } from '../../../domain/show.ts'
import type { Item } from '../../../domain/feed.ts'
import type { Rundown, Story } from '../../../domain/rundown.ts'
import { timesTold, type Told } from '../memory/told-before.ts'
import type { CheckContext, CheckedTurn } from './context.ts'
import { evidenceOf, wordsIn, type Evidence } from './evidence.ts'
import { memoryClaimIn } from './form/memory-claims.ts'
import { readStatement, readStatements, type Statement } from './read-statement.ts'
import { foldText } from './text/plain.ts'
import { stemOf } from './text/stems.ts'

/** A turn, read, beside what it may rest on. */
export interface Reading {
  turn: CheckedTurn
  context: CheckContext
  isStory: boolean
  /** Is it checked word by word? Number words, verbs and small talk are known in English only. */
  isEnglish: boolean
  sentences: readonly Statement[]
  items: readonly Item[]
  /** Sentences of the items that it cites, without orders to the reader. */
  cited: readonly Evidence[]
  /** Earlier episodes that told its story, newest first; read only where the turn speaks of them, and then they are cited too. */
  told: readonly Told[]
  /** Orders in those items. */
  orders: readonly Evidence[]
  /** Folded words of the evidence. */
  words: ReadonlySet<string>
  /** Their stems. */
  stems: ReadonlySet<string>
  /** Folded words of the show's and hosts' names and of all outlets. */
  ownWords: ReadonlySet<string>
  ownStems: ReadonlySet<string>
}

const ownCache = new WeakMap<Rundown, WeakMap<Show, Set<string>>>()

function ownWordsOf(context: CheckContext): Set<string> {
  const byShow = ownCache.get(context.rundown) ?? new WeakMap<Show, Set<string>>()
  const known = byShow.get(context.show) ?? readOwnWords(context)
  ownCache.set(context.rundown, byShow.set(context.show, known))
  return known
}

const readOwnWords = ({ show, rundown }: CheckContext): Set<string> => {
  const outlets = rundown.stories.flatMap(({ items }) => items.map(({ outlet }) => outlet))
  const names = [show.title, show.author, ...show.hosts.map(({ name }) => name), ...outlets]
  return new Set(
    foldText(names.join(' '))
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word !== '')
  )
}

function itemsOf(turn: CheckedTurn, { rundown }: CheckContext): Item[] {
  const all = rundown.stories.flatMap(({ items }) => items)
  const cited = all.filter(({ id }) => turn.items.includes(id))
  return cited.length === 0 && turn.story === null ? all : cited
}

/** The stories that a turn is about: its own, or those whose items it cites. */
const storiesOf = ({ story, items }: CheckedTurn, { rundown }: CheckContext): Story[] =>
  rundown.stories.filter(each =>
    story === null ? items.length === 0 || each.items.some(({ id }) => items.includes(id)) : each.id === story
  )

function toldOf(turn: CheckedTurn, context: CheckContext, sentences: readonly Statement[]): Told[] {
  if (!sentences.some(({ text }) => memoryClaimIn(foldText(text)) !== null)) return []
  return storiesOf(turn, context).flatMap(story => timesTold(story, context.earlierTold ?? []))
}

/** What an earlier episode said, as an item of its day. */
const asItem = ({ episode, date, lines }: Told, { show }: CheckContext): Item => ({
  id: `episode-${episode}`,
  feedId: 'earlier',
  outlet: show.title,
  title: lines[0] ?? '',
  url: null,
  publishedAt: date,
  topics: [],
  text: lines.join(' '),
  substance: 'full'
})

/** A title may have a number in it that no item has: "Coffee at Six". */
const withoutTitle = (text: string, { title }: Show): string =>
  readStatement(title).amounts.length === 0 ? text : text.replaceAll(title, 'the show')

export function readTurn(turn: CheckedTurn, context: CheckContext): Reading {
  const items = itemsOf(turn, context)
  const sentences = readStatements(withoutTitle(turn.text, context.show))
  const told = toldOf(turn, context, sentences)
  const evidence = [...items, ...told.map(each => asItem(each, context))].flatMap(evidenceOf)
  const cited = evidence.filter(({ isOrder }) => !isOrder)
  const words = wordsIn(cited)
  const ownWords = ownWordsOf(context)
  return {
    turn,
    context,
    isStory: turn.story !== null,
    isEnglish: /^en\b/i.test(context.show.language),
    sentences,
    items,
    cited,
    told,
    orders: evidence.filter(({ isOrder }) => isOrder),
    words,
    stems: new Set([...words].map(stemOf)),
    ownWords,
    ownStems: new Set([...ownWords].map(stemOf))
  }
}

/** Sentences of the rundown's items that the turn does not cite. */
export const readElsewhere = ({ context, items }: Reading): Evidence[] =>
  context.rundown.stories
    .flatMap(story => story.items)
    .filter(item => !items.includes(item))
    .flatMap(evidenceOf)
    .filter(({ isOrder }) => !isOrder)
