import type { Item } from '../../../domain/feed.ts'
import { isOrder } from './form/is-order.ts'
import { readStatement, readStatements, type Statement } from './read-statement.ts'
import { foldText } from './text/plain.ts'

/** A sentence of an item, with where it stands. */
export interface Evidence extends Statement {
  item: Item
  isTitle: boolean
  /** Asks the reader, or a model, to do something: no evidence of anything. */
  isOrder: boolean
}

const MOST_CHARACTERS = 60_000
const cache = new WeakMap<Item, Evidence[]>()

function readItem(item: Item): Evidence[] {
  const title = { ...readStatement(item.title), item, isTitle: true, isOrder: isOrder(item.title) }
  const body = readStatements(item.text.slice(0, MOST_CHARACTERS)).map(statement => ({
    ...statement,
    item,
    isTitle: false,
    isOrder: isOrder(statement.text)
  }))
  return [title, ...body]
}

/** The sentences of an item, its title first; read once per item. */
export function evidenceOf(item: Item): Evidence[] {
  const known = cache.get(item)
  if (known !== undefined) return known
  const read = readItem(item)
  cache.set(item, read)
  return read
}

/** All folded words of the evidence, its outlets and topics. */
export function wordsIn(evidence: readonly Evidence[]): Set<string> {
  const items = new Set(evidence.map(({ item }) => item))
  const extra = [...items].flatMap(({ outlet, topics }) =>
    foldText([outlet, ...topics].join(' ')).split(/[^\p{L}\p{N}]+/u)
  )
  return new Set([...evidence.flatMap(({ tokens }) => tokens.map(({ lower }) => lower)), ...extra])
}
