import {
  ATTRIBUTIONS,
  ATTRIBUTIONS_AGAIN,
  ATTRIBUTIONS_PLAIN,
  CREDITS_AFTER,
  NAMED_AGAIN,
  NAMED_BEFORE
} from '../phrases/sources.ts'
import { citedOutlet, isNamedIn } from './cited-outlet.ts'
import { isCreditable } from './credit.ts'
import type { PhraseBook } from './phrase-book.ts'
import { ours, textOf, type Line, type Part } from './script-part.ts'

const isFrom = ({ from }: Line, outlet: string): boolean => from !== null && citedOutlet(from.item) === outlet

const replaced = (lines: readonly Line[], line: Line, text: string): Line[] =>
  lines.map(each => (each === line ? { ...line, text } : each))

type Pick = (pool: readonly string[]) => string | null
type Pools = readonly (readonly string[])[]

/** "…, as the Wire reports." At the last sentence of the outlet that has room for it; null where none has. */
function namedAfter(lines: readonly Line[], outlet: string, pick: Pick): Line[] | null {
  const line = lines.findLast(
    each => isFrom(each, outlet) && isCreditable(each.text) && each.text.endsWith('.')
  )
  const end = line === undefined ? null : pick(CREDITS_AFTER)
  return line === undefined || end === null
    ? null
    : replaced(lines, line, line.text.replace(/\.$/, `, ${end}.`))
}

/** "That's from the Wire." After the last sentence of the outlet; null where the words are used up. */
function namedNext(lines: readonly Line[], outlet: string, pools: Pools, pick: Pick): Line[] | null {
  const at = lines.findLastIndex(each => isFrom(each, outlet))
  const text = pools.map(pick).find(found => found !== null) ?? null
  const items = lines[at]?.items ?? []
  return text === null ? null : [...lines.slice(0, at + 1), ours(text, items), ...lines.slice(at + 1)]
}

/** "From the Wire: …" Before the first sentence of the outlet. */
function namedBefore(lines: readonly Line[], outlet: string, pools: Pools, pick: Pick): Line[] {
  const line = lines.find(each => isFrom(each, outlet))
  const start = pools.map(pick).find(found => found !== null) ?? null
  return line === undefined || start === null ? [...lines] : replaced(lines, line, `${start} ${line.text}`)
}

function named(lines: readonly Line[], outlet: string, isAgain: boolean, book: PhraseBook): Line[] {
  const pools = [...(isAgain ? [ATTRIBUTIONS_AGAIN] : []), ATTRIBUTIONS, ATTRIBUTIONS_PLAIN]
  const fresh: Pick = pool => book.pick(pool, { outlet }) ?? book.pickPlain(pool, { outlet })
  const again: Pick = pool => book.pickAgain(pool, { outlet })
  return (
    namedAfter(lines, outlet, pool => book.pickPlain(pool, { outlet })) ??
    namedNext(lines, outlet, pools, fresh) ??
    namedAfter(lines, outlet, again) ??
    namedBefore(lines, outlet, [isAgain ? NAMED_AGAIN : NAMED_BEFORE], again)
  )
}

/**
 * The turns of a story with each outlet named that has a sentence in them: where it was not, in the first turn that has
 * one. `isAgain`: the story before came from the same outlet.
 */
export function nameOutlets(parts: readonly Part[], isAgain: boolean, book: PhraseBook): Part[] {
  const items = parts.flatMap(({ lines }) => lines.flatMap(({ from }) => from?.item ?? []))
  const outlets = new Set(items.flatMap(item => citedOutlet(item) ?? []))
  const done = [...parts]
  for (const outlet of outlets) {
    if (done.some(part => isNamedIn(textOf(part), outlet))) continue
    const at = done.findIndex(({ lines }) => lines.some(line => isFrom(line, outlet)))
    const part = done[at]
    if (part !== undefined) done[at] = { ...part, lines: named(part.lines, outlet, isAgain, book) }
  }
  return done
}
