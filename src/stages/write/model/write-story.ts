import { countWords } from '../../../domain/text.ts'
import { toChecked } from './check-proposal.ts'
import { creditOutlets } from './credit-outlets.ts'
import { isQuestion, withoutHangingQuestion } from './hanging-question.ts'
import { joinTurns } from './join-turns.ts'
import { mayBeHeardIn, placeTurns, type Placement } from './place-turns.ts'
import { plainLines } from './plain-lines.ts'
import { createReplacements } from './replacement-lines.ts'
import { digestStory } from './steps/digest.ts'
import { proposeDialogue } from './steps/dialogue.ts'
import type { Proposal, StoryJob, Studio } from './studio.ts'
import { isInterview, tellerAfter } from './who-tells.ts'

export interface WrittenStory {
  turns: Proposal[]
  /** Who proposed them; null: the built-in writer's stand. */
  by: string | null
}

/** More of the material than is needed: what replaces a turn comes from it. */
const PLAIN_SHARE = 1.5
/** Of its turns: else the story is told by the built-in writer as a whole. */
const LEAST_USABLE = 0.6
const TOO_LONG = 1.2
const TOO_SHORT = 0.93

/** One story: its digest, its dialogue, the check of every turn; `base` where no model tells it well enough. */
export async function writeStory(
  studio: Studio,
  job: StoryJob,
  base: readonly Proposal[],
  earlier: string
): Promise<WrittenStory> {
  const { route, ledger, checks } = studio
  const told = { turns: [...base], by: null }
  if (!route.has('dialogue')) return told
  const plain = plainLines(job.story, checks.date, job.words * PLAIN_SHARE)
  const digest = await digestStory(studio, job, plain, earlier)
  if (digest.claims.length === 0) return told
  const proposed = await proposeDialogue(studio, job, digest, earlier)
  if (proposed === null) return told
  const placement: Placement = {
    story: job.story.id,
    where: `"${job.title}"`,
    said: job.said,
    claims: digest.claims,
    replacement: createReplacements(studio, job.story, plain)
  }
  const placed = await placeTurns(studio, proposed.turns, placement)
  const usable = placed.filter(({ fate }) => fate !== 'replaced').length / proposed.turns.length
  route.judge(proposed.by, usable >= LEAST_USABLE)
  const mayBeHeard = mayBeHeardIn(studio, placement)
  const turns = placed.map(({ fate: _, ...turn }): Proposal => turn)
  const kept = withoutHangingQuestion(shorten(turns, job.words * TOO_LONG), mayBeHeard)
  if (usable < LEAST_USABLE || !beginsWell(kept, studio)) {
    ledger.gaveStory(proposed.by, job.title)
    return told
  }
  const whole = joinTurns(fillStory(kept, job, placement, studio), mayBeHeard)
  return { turns: creditOutlets(studio, job, whole, mayBeHeard), by: proposed.by }
}

/** The first turn tells something, or asks for it where that is how it begins. */
function beginsWell([first, second]: readonly Proposal[], { format }: Studio): boolean {
  if (first === undefined) return false
  if (isQuestion(first.text)) return isInterview(format) && second !== undefined
  return countWords(first.text) > 5
}

const wordsIn = (turns: readonly Proposal[]): number =>
  turns.reduce((sum, { text }) => sum + countWords(text), 0)

/** Without its last turns, as many as go beyond its time. */
function shorten(turns: readonly Proposal[], most: number): Proposal[] {
  const kept = [...turns]
  while (kept.length > 2 && wordsIn(kept) > most) kept.pop()
  return kept
}

/** With lines of the built-in writer at its end, until its time is filled or they are used up. */
function fillStory(
  turns: readonly Proposal[],
  job: StoryJob,
  { replacement, story }: Placement,
  studio: Studio
): Proposal[] {
  const filled = [...turns]
  while (wordsIn(filled) < job.words * TOO_SHORT) {
    const said = filled.map((turn, at) => toChecked(turn, { story }, at))
    const line = replacement([...job.said, ...said])
    if (line === null) break
    filled.push({ ...line, host: tellerAfter(studio, filled.at(-1)?.host) })
  }
  return filled
}
