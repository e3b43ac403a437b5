import { z } from 'zod'
import { cleanText, countWords, oneLine } from '../../../../domain/text.ts'
import type { TurnFault } from '../../check/fault.ts'
import { harmlessLine } from '../delimit-items.ts'
import { fillPrompt } from '../prompt-book.ts'
import { readJson, type Read } from '../read-answer.ts'
import { seedFor, type Proposal, type Studio } from '../studio.ts'
import type { Claim } from './digest.ts'

const answerSchema = z.object({ text: z.string().max(5000) })
const MOST_FAULTS = 4
const MOST_CLAIMS = 8
/** Characters of the turn, and of what is wrong with it. */
const MOST_TEXT = 1200
const MOST_MESSAGE = 300
const LEAST_WORDS = 12
const MOST_WORDS = 60

/** What a report says, and which. */
export type Resting = Pick<Claim, 'text' | 'item'>

/** The turn as a model corrects it, told what is wrong; null where none had an answer that can be used. */
export async function askForRepair(
  studio: Studio,
  turn: Proposal,
  faults: readonly TurnFault[],
  claims: readonly Resting[]
): Promise<Proposal | null> {
  const { book, route, today } = studio
  if (!route.has('repair')) return null
  const { system, task } = book.repair
  const isOwn = ({ item }: Resting): boolean => turn.items.includes(item)
  const words = Math.max(LEAST_WORDS, Math.min(MOST_WORDS, countWords(turn.text)))
  const answer = await route.ask({
    step: 'repair',
    seed: seedFor(studio, `repair ${turn.text}`),
    question: ({ share }) => ({
      system,
      prompt: fillPrompt('repair', task, {
        host: turn.host,
        today,
        text: harmlessLine(turn.text, MOST_TEXT),
        faults: faults
          .slice(0, MOST_FAULTS)
          .map(({ message }) => `- ${harmlessLine(message, MOST_MESSAGE)}`)
          .join('\n'),
        claims: [...claims.filter(isOwn), ...claims.filter(claim => !isOwn(claim))]
          .slice(0, Math.ceil(MOST_CLAIMS * share))
          .map(claim => `- ${harmlessLine(claim.text)}`)
          .join('\n'),
        words: String(words)
      }),
      schema: {
        type: 'object',
        properties: { text: { type: 'string' } },
        required: ['text'],
        additionalProperties: false
      },
      mostTokens: 60 + words * 3
    }),
    read: readRepair
  })
  return answer === null ? null : { ...turn, text: answer.value }
}

function readRepair(answer: string): Read<string> {
  const json = readJson(answer)
  if ('fault' in json) return json
  const parsed = answerSchema.safeParse(json.value)
  if (parsed.success) return { value: oneLine(cleanText(parsed.data.text)), notes: json.notes ?? [] }
  return { fault: 'shape', message: 'Give {"text": "…"}.' }
}
