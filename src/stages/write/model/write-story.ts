import { countWords } from '../../../domain/text.ts'
import type { CheckedTurn } from '../check/context.ts'
import { joinTurns } from './join-turns.ts'
import { placeTurns, toChecked, type PlacedTurn } from './place-turns.ts'
import { plainLines } from './plain-lines.ts'
import { createReplacements } from './replacement-lines.ts'
import { digestStory } from './steps/digest.ts'
import { proposeDialogue } from './steps/dialogue.ts'
import type { Proposal, StoryJob, Studio } from './studio.ts'

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
  const digest = await digestStory(studio, job.story, plain, job.words, earlier)
  if (digest.claims.length === 0) return told
  const proposed = await proposeDialogue(studio, job, digest, earlier)
  if (proposed === null) return told
  const replacement = createReplacements(studio, job.story, plain)
  const placement = {
    story: job.story.id,
    where: `"${job.title}"`,
    said: job.said,
    claims: digest.claims.map(({ text }) => text),
    replacement
  }
  const placed = await placeTurns(studio, proposed.turns, placement)
  const usable = placed.filter(({ fate }) => fate !== 'replaced').length / proposed.turns.length
  route.judge(proposed.by, usable >= LEAST_USABLE)
  if (usable < LEAST_USABLE || !beginsWell(placed)) {
    ledger.gaveStory(proposed.by, job.title)
    return told
  }
  const fitted = fillStory(shorten(joinTurns(placed), job.words * TOO_LONG), job, replacement, studio)
  return { turns: fitted, by: proposed.by }
}

/** The first turn tells something. */
const beginsWell = ([first]: readonly PlacedTurn[]): boolean =>
  first !== undefined && !first.text.endsWith('?') && countWords(first.text) > 5

const wordsIn = (turns: readonly Proposal[]): number =>
  turns.reduce((sum, { text }) => sum + countWords(text), 0)

/** Without its last turns, as many as go beyond its time; a question goes with its answer. */
function shorten(turns: readonly PlacedTurn[], most: number): PlacedTurn[] {
  const kept = [...turns]
  while (kept.length > 2 && wordsIn(kept) > most) {
    kept.pop()
    while (kept.length > 1 && kept.at(-1)?.text.endsWith('?') === true) kept.pop()
  }
  return kept
}

/** With lines of the built-in writer at its end, until its time is filled or they are used up. */
function fillStory(
  turns: readonly PlacedTurn[],
  job: StoryJob,
  replacement: ReturnType<typeof createReplacements>,
  { assignment }: Studio
): Proposal[] {
  const hosts = assignment.show.hosts.map(({ name }) => name)
  const filled: Proposal[] = turns.map(({ fate: _, ...turn }) => turn)
  const said = (): CheckedTurn[] => [
    ...job.said,
    ...filled.map((turn, at) => toChecked(turn, { story: job.story.id }, at))
  ]
  while (wordsIn(filled) < job.words * TOO_SHORT) {
    const line = replacement(said())
    if (line === null) break
    const at = hosts.indexOf(filled.at(-1)?.host ?? '')
    filled.push({ ...line, host: hosts[(at + 1) % hosts.length] ?? '' })
  }
  return filled
}
