import type { TurnKind } from '../../../domain/script.ts'
import { splitSentences } from '../../../domain/sentences.ts'
import type { CheckedTurn } from '../check/context.ts'
import { placeTurns } from './place-turns.ts'
import type { Frame } from './steps/frame.ts'
import type { Studio } from './studio.ts'
import type { Section } from './write-sections.ts'

const DISCLOSES = /\bAI\b|\bartificial intelligence\b/

/**
 * Opening or close as a model has it, where all of it passes the check, else the built-in writer's. An opening says
 * that it is made by AI: where the model's does not, the built-in sentence for it is added.
 */
export async function placeFrame(
  studio: Studio,
  proposed: { frame: Frame; by: string } | null,
  base: Section,
  said: readonly CheckedTurn[]
): Promise<Section> {
  const isOpening = base.segment.kind === 'opening'
  const turns = proposed?.frame[isOpening ? 'opening' : 'close'] ?? []
  if (proposed === null || turns.length === 0) return base
  const where = `the ${base.segment.kind}`
  const placed = await placeTurns(studio, turns, {
    story: null,
    where,
    said,
    claims: [],
    replacement: () => null
  })
  if (placed.length < turns.length) {
    studio.ledger.gaveStory(proposed.by, base.segment.title)
    return base
  }
  const kindOf = (at: number): TurnKind => (isOpening ? (at === 0 ? 'welcome' : 'lineup') : 'close')
  const own = placed.map(({ fate: _, ...turn }, at) => ({ ...turn, kind: kindOf(at) }))
  return { ...base, by: proposed.by, turns: isOpening ? withDisclosure(own, base) : own }
}

function withDisclosure(turns: Section['turns'], base: Section): Section['turns'] {
  const [first, ...rest] = turns
  const disclosure = splitSentences(base.turns.map(({ text }) => text).join(' ')).find(text =>
    DISCLOSES.test(text)
  )
  if (first === undefined || disclosure === undefined || turns.some(({ text }) => DISCLOSES.test(text)))
    return turns
  return [{ ...first, text: `${first.text} ${disclosure}` }, ...rest]
}
