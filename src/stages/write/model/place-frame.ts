import type { TurnKind } from '../../../domain/script.ts'
import { splitSentences } from '../../../domain/sentences.ts'
import type { CheckedTurn } from '../check/context.ts'
import { mayBeHeardIn, placeTurns } from './place-turns.ts'
import type { Frame } from './steps/frame.ts'
import type { Proposal, Studio } from './studio.ts'
import type { Section } from './write-sections.ts'

const NAMES_AI = /\bAI\b|\bartificial intelligence\b/i
const OF_THE_SHOW =
  /\b(?:(?:this|the|our|my|whole|entire) (?:programme|program|show|podcast|episode|broadcast|briefing|brief|script|news|voices?|hosts?)|we are|we're|i am|i'm|this is|how (?:we are|this is))\b/i
const IS_MADE =
  /\b(?:made|written|produced|created|generated|voiced|spoken|read|narrated|synthetic|generates?|makes)\b/i

/** Does a sentence say that the programme is made by AI? A headline about AI does not. */
export const disclosesIn = (text: string): string | undefined =>
  splitSentences(text).find(each => [NAMES_AI, OF_THE_SHOW, IS_MADE].every(pattern => pattern.test(each)))

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
  const placement = { story: null, said }
  const placed = await placeTurns(studio, turns, {
    ...placement,
    where: `the ${base.segment.kind}`,
    claims: [],
    replacement: () => null
  })
  const whole = placed.length < turns.length ? null : placed.map(({ fate: _, ...turn }): Proposal => turn)
  const own =
    isOpening && whole !== null ? withDisclosure(whole, base, mayBeHeardIn(studio, placement)) : whole
  if (own === null) {
    studio.ledger.gaveStory(proposed.by, base.segment.title)
    return base
  }
  const kindOf = (at: number): TurnKind => (isOpening ? (at === 0 ? 'welcome' : 'lineup') : 'close')
  return { ...base, by: proposed.by, turns: own.map((turn, at) => ({ ...turn, kind: kindOf(at) })) }
}

/** The opening with the built-in sentence in its first turn, where it has none of its own; null where that cannot be said there. */
function withDisclosure(
  turns: readonly Proposal[],
  base: Section,
  mayBeHeard: (turn: Proposal, before: readonly Proposal[]) => boolean
): Proposal[] | null {
  if (turns.some(({ text }) => disclosesIn(text) !== undefined)) return [...turns]
  const [first, ...rest] = turns
  const disclosure = base.turns.flatMap(({ text }) => disclosesIn(text) ?? [])[0]
  if (first === undefined || disclosure === undefined) return null
  const welcome = { ...first, text: `${first.text} ${disclosure}` }
  return mayBeHeard(welcome, []) ? [welcome, ...rest] : null
}
