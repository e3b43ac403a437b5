import type { Claim, Digest } from './digest.ts'
import { harmlessLine } from '../delimit-items.ts'
import { isInterview } from '../who-tells.ts'
import { hostLines, ruleLines, sampleLines } from '../host-lines.ts'
import { fillPrompt } from '../prompt-book.ts'
import { seedFor, type Proposal, type StoryJob, type Studio } from '../studio.ts'
import { readTurns, type RawTurn } from './read-turns.ts'
import { styleOf, turnListSchema } from './turn-schema.ts'

const LEAST_TURNS = 2
const MOST_TURNS = 16
const TOKENS_PER_WORD = 2
const TOKENS_PER_TURN = 50
/** Turns before, for a model to go on from. */
const MOST_SAID = 2
const LEAST_CLAIMS = 3

/** How many turns of this format hold so many words. */
export function turnsFor(
  words: number,
  { turnWords: { least, most } }: Studio['format'],
  hosts: number
): number {
  if (hosts === 1) return Math.max(1, Math.ceil(words / most))
  return Math.max(LEAST_TURNS, Math.min(MOST_TURNS, Math.round(words / ((least + most) / 2))))
}

/** The turns of a story as a model proposes them, and which model; null where none had an answer that can be used. */
export async function proposeDialogue(
  studio: Studio,
  job: StoryJob,
  digest: Digest,
  earlier: string
): Promise<{ turns: Proposal[]; by: string } | null> {
  const { assignment, book, format, route, today } = studio
  const { show } = assignment
  const hosts = show.hosts.map(({ name }) => name)
  const turns = turnsFor(job.words, format, hosts.length)
  const { system, task } = book.dialogue
  const answer = await route.ask({
    step: 'dialogue',
    seed: seedFor(studio, `dialogue ${job.story.id}`),
    question: ({ reason, share }) => ({
      system,
      prompt: fillPrompt('dialogue', task, {
        show: harmlessLine(show.title),
        today,
        hosts: hostLines(show, format),
        rules: ruleLines(format),
        sample: share < 1 ? '' : sampleLines(show, format.sample),
        title: harmlessLine(job.title),
        outlets: job.story.outlets.map(outlet => harmlessLine(outlet)).join(', '),
        claims: claimLines(digest, share),
        earlier,
        before: job.before === null ? 'the greeting' : harmlessLine(job.before),
        after: job.after === null ? 'the goodbye' : harmlessLine(job.after),
        bridge: job.bridge === '' ? '' : `What links the two: ${harmlessLine(job.bridge)}`,
        said: share < 1 ? '' : saidLines(job),
        turns: turns === 1 ? '1' : `${turns - 1} to ${turns + 1}`,
        words: String(Math.round(job.words)),
        first: job.first,
        opens: isInterview(format) ? 'asks what happened' : 'tells what happened',
        reason: reason === '' ? '' : `Your last answer could not be used. ${reason}`
      }),
      schema: {
        type: 'object',
        properties: {
          turns: turnListSchema(hosts, {
            claims: shownOf(digest, share).length,
            styles: format.styles,
            least: Math.min(turns, LEAST_TURNS),
            most: turns + 3
          })
        },
        required: ['turns'],
        additionalProperties: false
      },
      mostTokens: 200 + Math.round(job.words * TOKENS_PER_WORD) + turns * TOKENS_PER_TURN
    }),
    read: text => readTurns(text, { hosts, words: job.words })
  })
  if (answer === null) return null
  return { turns: answer.value.map(turn => toProposal(turn, job, digest, studio)), by: answer.by }
}

/** The claims that a model is shown: the first of them where all are too long for it. */
const shownOf = ({ claims }: Digest, share: number): Claim[] =>
  claims.slice(0, Math.max(LEAST_CLAIMS, Math.ceil(claims.length * share)))

const claimLines = (digest: Digest, share: number): string =>
  [
    ...shownOf(digest, share).map(
      ({ text, quotation }, at) => `${at + 1}. ${harmlessLine(text)} ["${harmlessLine(quotation)}"]`
    ),
    ...digest.differences.map(text => `The reports differ: ${harmlessLine(text)}`)
  ].join('\n')

function saidLines({ said }: StoryJob): string {
  const last = said.slice(-MOST_SAID).map(({ host, text }) => `${host}: ${harmlessLine(text)}`)
  return last.length === 0 ? '' : `The last that was said:\n${last.join('\n')}\n`
}

/** A turn rests on the items of the claims that it names; on all of the story where it names none. */
function toProposal(turn: RawTurn, { story }: StoryJob, { claims }: Digest, { format }: Studio): Proposal {
  const named = turn.claims.flatMap(number => claims[number - 1]?.item ?? [])
  const style = styleOf(turn.style, format.styles)
  return {
    host: turn.speaker,
    text: turn.text,
    items: named.length > 0 ? [...new Set(named)] : story.items.map(({ id }) => id),
    ...(style === undefined ? {} : { style })
  }
}
