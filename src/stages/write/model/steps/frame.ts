import { z } from 'zod'
import type { Story } from '../../../../domain/rundown.ts'
import { countWords } from '../../../../domain/text.ts'
import { harmlessLine } from '../delimit-items.ts'
import { hostLines } from '../host-lines.ts'
import { fillPrompt } from '../prompt-book.ts'
import { readJson, type Read } from '../read-answer.ts'
import { seedFor, type Proposal, type Studio } from '../studio.ts'
import { readTurns, turnsSchema } from './read-turns.ts'
import { turnListSchema } from './turn-schema.ts'

export interface Frame {
  opening: Proposal[]
  close: Proposal[]
}

const MOST_OPENING = 3
const MOST_CLOSE = 2
const MOST_TOKENS = 500
const MOST_STORIES = 8
/** Characters. */
const MOST_TITLE = 200

const answerSchema = z.object({ opening: z.unknown(), close: z.unknown() })

/** Opening and close as a model proposes them; null where none had an answer that can be used. */
export async function proposeFrame(
  studio: Studio,
  stories: readonly { story: Story; title: string }[],
  { words, hook }: { words: { opening: number; close: number }; hook: string }
): Promise<{ frame: Frame; by: string } | null> {
  const { assignment, book, format, route, today } = studio
  const { show } = assignment
  if (!route.has('frame')) return null
  const hosts = show.hosts.map(({ name }) => name)
  const { system, task } = book.frame
  const answer = await route.ask({
    step: 'frame',
    seed: seedFor(studio, 'frame'),
    question: ({ reason }) => ({
      system,
      prompt: fillPrompt('frame', task, {
        show: harmlessLine(show.title),
        today,
        hosts: hostLines(show, format),
        stories: stories
          .slice(0, MOST_STORIES)
          .map(({ title }, at) => `${at + 1}. ${harmlessLine(title, MOST_TITLE)}`)
          .join('\n'),
        first: hosts[0] ?? '',
        hook: hook === '' ? '' : ` The editor suggests to say: ${harmlessLine(hook)}`,
        reason: reason === '' ? '' : `Your last answer could not be used. ${reason}`
      }),
      schema: {
        type: 'object',
        properties: {
          opening: turnListSchema(hosts, { most: MOST_OPENING }),
          close: turnListSchema(hosts, { most: MOST_CLOSE })
        },
        required: ['opening', 'close'],
        additionalProperties: false
      },
      mostTokens: MOST_TOKENS
    }),
    read: text => readFrame(text, hosts, words)
  })
  if (answer === null) return null
  const leads = stories.flatMap(({ story }) => story.items.slice(0, 1).map(({ id }) => id))
  const propose = (turns: readonly { speaker: string; text: string }[], items: string[]): Proposal[] =>
    turns.map(({ speaker, text }) => ({ host: speaker, text, items }))
  const { opening, close } = answer.value
  return {
    frame: {
      opening: propose(opening.slice(0, MOST_OPENING), leads),
      close: propose(close.slice(0, MOST_CLOSE), [])
    },
    by: answer.by
  }
}

type RawFrame = Record<'opening' | 'close', { speaker: string; text: string }[]>

function readFrame(
  answer: string,
  hosts: readonly string[],
  words: { opening: number; close: number }
): Read<RawFrame> {
  const json = readJson(answer)
  if ('fault' in json) return json
  const parsed = answerSchema.safeParse(json.value)
  const shape = {
    fault: 'shape' as const,
    message: 'Give {"opening": [{"speaker", "text"}, …], "close": [{"speaker", "text"}, …]}.'
  }
  if (!parsed.success) return shape
  const read = (turns: unknown): { speaker: string; text: string }[] => {
    const list = turnsSchema.safeParse(turns)
    if (!list.success) return []
    const asked = list.data.reduce((sum, { text }) => sum + countWords(text), 0)
    const tidied = readTurns(
      JSON.stringify({ turns: list.data }),
      { hosts, words: asked },
      { mayBeAlone: true }
    )
    return 'value' in tidied ? tidied.value : []
  }
  const frame = { opening: read(parsed.data.opening), close: read(parsed.data.close) }
  if (frame.opening.length === 0 || frame.close.length === 0) return shape
  for (const part of ['opening', 'close'] as const) {
    const said = frame[part].reduce((sum, { text }) => sum + countWords(text), 0)
    if (said > words[part] * 2)
      return { fault: 'length', message: `The ${part} has ${said} words; write about ${words[part]}.` }
  }
  return { value: frame, notes: json.notes ?? [] }
}
