import { z } from 'zod'
import type { Story } from '../../../../domain/rundown.ts'
import { cleanText, oneLine } from '../../../../domain/text.ts'
import { harmlessLine } from '../delimit-items.ts'
import { fillPrompt } from '../prompt-book.ts'
import { readJson, type Read } from '../read-answer.ts'
import { seedFor, type Studio } from '../studio.ts'

export interface LineUp {
  stories: Story[]
  /** What makes a listener want to hear the first story; empty where nobody says. */
  hook: string
  /** What links a story to the one before it, by its id. */
  bridges: ReadonlyMap<string, string>
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LEAST_STORIES = 3
const MOST_LINE = 200

const line = z
  .string()
  .catch('')
  .transform(text => oneLine(cleanText(text)).slice(0, MOST_LINE))
const answerSchema = z.object({ order: z.array(z.string()), hook: line, bridges: z.array(line).catch([]) })

type RawLineUp = z.infer<typeof answerSchema>

const schemaFor = (letters: readonly string[]) => ({
  type: 'object',
  properties: {
    order: {
      type: 'array',
      minItems: letters.length,
      maxItems: letters.length,
      items: { type: 'string', enum: letters }
    },
    hook: { type: 'string' },
    bridges: {
      type: 'array',
      minItems: letters.length,
      maxItems: letters.length,
      items: { type: 'string' }
    }
  },
  required: ['order', 'hook', 'bridges'],
  additionalProperties: false
})

/** The stories as a model would tell them one after the other; as they are where none can say. */
export async function planLineUp(studio: Studio, stories: readonly Story[]): Promise<LineUp> {
  const asTheyAre: LineUp = { stories: [...stories], hook: '', bridges: new Map() }
  const canOrder = stories.length >= LEAST_STORIES && stories.length <= LETTERS.length
  if (!canOrder || !studio.route.has('line-up')) return asTheyAre
  const letters = [...LETTERS.slice(0, stories.length)]
  const prompt = studio.book['line-up']
  const answer = await studio.route.ask({
    step: 'line-up',
    seed: seedFor(studio, 'line-up'),
    question: ({ reason }) => ({
      system: prompt.system,
      prompt: `${fillPrompt('line-up', prompt.task, {
        today: studio.today,
        stories: stories.map((story, at) => storyLine(story, letters[at] ?? '')).join('\n')
      })}\n${reason}`.trim(),
      schema: schemaFor(letters),
      mostTokens: 120 + 40 * letters.length
    }),
    read: text => readLineUp(text, letters)
  })
  if (answer === null) return asTheyAre
  const { order, hook, bridges } = answer.value
  const ordered = order.flatMap(letter => stories[letters.indexOf(letter)] ?? [])
  return { stories: ordered, hook, bridges: new Map(ordered.map(({ id }, at) => [id, bridges[at] ?? ''])) }
}

const storyLine = ({ title, outlets }: Story, letter: string): string =>
  `${letter}. ${harmlessLine(title, MOST_LINE)} (${outlets.map(outlet => harmlessLine(outlet)).join(', ')})`

function readLineUp(answer: string, letters: readonly string[]): Read<RawLineUp> {
  const json = readJson(answer)
  if ('fault' in json) return json
  const parsed = answerSchema.safeParse(json.value)
  const order = parsed.success ? parsed.data.order.map(letter => letter.trim().toUpperCase()) : []
  const isWhole = order.length === letters.length && letters.every(letter => order.includes(letter))
  if (parsed.success && isWhole) return { value: { ...parsed.data, order }, notes: json.notes ?? [] }
  return { fault: 'shape', message: `The order must have each of ${letters.join(', ')} once.` }
}
