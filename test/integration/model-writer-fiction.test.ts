import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { createChatModel } from '../../src/adapters/chat-server/create-chat-model.ts'
import { loadPrompts } from '../../src/adapters/prompts/load-prompts.ts'
import { showSchema, type Show } from '../../src/domain/show.ts'
import { countWords } from '../../src/domain/text.ts'
import { planTextRundown } from '../../src/stages/fetch/plan-text-rundown.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { createModelWriter } from '../../src/stages/write/model/create-model-writer.ts'
import type { Assignment, Writing } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { show } from '../fixtures/write/make-story.ts'
import { json, startChatServer, status, type ChatScript, type ChatServer } from '../helpers/chat-server.ts'
import { goodAnswer } from '../helpers/good-writer.ts'

const PACE = 160
let server: ChatServer | undefined
afterEach(() => server?.close())

const showOf = (asked: Partial<Show>): Show => showSchema.parse({ ...show, feeds: [], ...asked })

async function write(asked: Partial<Show>, script: ChatScript): Promise<Writing> {
  const given = showOf(asked)
  const rundown = {
    inputHash: 'x',
    ...planTextRundown({ show: given, episode: '2025-08-30', date: '2025-08-30' })
  }
  const wordsPerMinute = Object.fromEntries(given.hosts.map(({ name }) => [name, PACE]))
  const assignment: Assignment = { show: given, rundown, wordsPerMinute }
  server = await startChatServer(script)
  const { url } = server
  const seats = [{ wish: { model: 'scripted' }, open: () => createChatModel({ url, model: null }) }]
  const book = await loadPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
  return writeScript(assignment, createModelWriter({ seats, book, builtin: createBuiltinWriter() }))
}

const good: ChatScript = request => json(goodAnswer(request))
const wordsOf = ({ turns }: Writing): number => turns.reduce((sum, { text }) => sum + countWords(text), 0)

describe('from a topic', () => {
  test('a story has its narrator, its voices, and says that they are made by AI', async () => {
    const hosts = [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Cleo' }]
    const script = await write(
      { format: 'story', topic: 'a lighthouse keeper who is afraid of the dark', hosts, minutes: 4 },
      good
    )
    expect(new Set(script.turns.map(({ host }) => host))).toEqual(new Set(['Ada', 'Ben', 'Cleo']))
    expect(script.turns[0]?.text).toMatch(/AI/)
    expect(script.segments.map(({ kind }) => kind).slice(1, -1)).not.toContain('opening')
    expect(Math.abs(wordsOf(script) / (4 * PACE) - 1)).toBeLessThan(0.1)
    expect(server?.requests[0]?.prompt).toContain('a lighthouse keeper who is afraid of the dark')
  })

  test('a meditation is soft, and has silence after each turn that counts as its time', async () => {
    const script = await write(
      { format: 'meditation', topic: 'a quiet harbour', hosts: [{ name: 'Ada' }], minutes: 3 },
      good
    )
    expect(new Set(script.turns.map(({ style }) => style))).toEqual(new Set(['softvoice']))
    expect(script.turns.every(({ pauseMs }) => (pauseMs ?? 0) >= 1000)).toBe(true)
    const seconds =
      (wordsOf(script) / PACE) * 60 + script.turns.reduce((sum, { pauseMs = 0 }) => sum + pauseMs / 1000, 0)
    expect(seconds).toBeGreaterThan(100)
    expect(seconds).toBeLessThan(230)
  })

  test('without a model that answers it fails, and says why', async () => {
    await expect(
      write({ format: 'story', topic: 'a lighthouse', hosts: [{ name: 'Ada' }] }, () => status(500))
    ).rejects.toThrow(/no model wrote part 1 of \d+ of .*the built-in writer invents nothing.*server-error/)
  })

  test('what cannot be spoken is left out', async () => {
    const script = await write(
      { format: 'story', topic: 'a lighthouse', hosts: [{ name: 'Ada' }, { name: 'Ben' }] },
      request => {
        if (request.step === 'repair') return json({ text: 'See https://example.org for more.' })
        const answer = goodAnswer(request) as { turns: { text: string }[] }
        return json({
          turns: answer.turns.map((turn, at) =>
            at === 2 ? { ...turn, text: 'See https://example.org for more.' } : turn
          )
        })
      }
    )
    expect(script.turns.map(({ text }) => text).join(' ')).not.toContain('example.org')
  })
})

test('a text is read as it stands, and no model is asked', async () => {
  const text =
    'The boat lay still.\n\n"Are you there?" said Ben.\n\nNobody answered him, and the tide came in.'
  const script = await write({ format: 'story', text, hosts: [{ name: 'Ada' }, { name: 'Ben' }] }, good)
  expect(script.turns.map(turn => turn.text).join(' ')).toContain('the tide came in')
  expect(server?.requests).toEqual([])
})

test.each(['debate', 'interview', 'conversation'] as const)(
  'a %s is asked for by its rules',
  async format => {
    const { assignmentOfSamples } = await import('../helpers/sample-rundown.ts')
    const assignment = await assignmentOfSamples({ format, minutes: 3, stories: 3 })
    server = await startChatServer(good)
    const { url } = server
    const book = await loadPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
    const seats = [{ wish: { model: 'scripted' }, open: () => createChatModel({ url, model: null }) }]
    const script = await writeScript(
      assignment,
      createModelWriter({ seats, book, builtin: createBuiltinWriter() })
    )
    expect(script.writer).toMatch(/^scripted/)
    const { formatNamed } = await import('../../src/stages/write/formats/formats.ts')
    const dialogue = server.requests.find(({ step }) => step === 'dialogue')
    for (const rule of formatNamed(format).rules) expect(dialogue?.prompt).toContain(rule)
  }
)
