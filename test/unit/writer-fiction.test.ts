import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { loadPrompts } from '../../src/adapters/prompts/load-prompts.ts'
import { showSchema } from '../../src/domain/show.ts'
import { planTextRundown } from '../../src/stages/fetch/plan-text-rundown.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { createModelWriter } from '../../src/stages/write/model/create-model-writer.ts'
import type { PromptBook } from '../../src/stages/write/model/prompt-book.ts'
import type { LanguageModel, Question, Writing } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { show } from '../fixtures/write/make-story.ts'
import { goodAnswer, type WrittenTurn } from '../helpers/good-writer.ts'
import { goodModel, seatOf } from '../helpers/language-model-doubles.ts'

let book: PromptBook
beforeAll(async () => {
  book = await loadPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
})

function write(...models: LanguageModel[]): Promise<Writing> {
  const hosts = ['Ada', 'Ben', 'Cleo'].map(name => ({ name }))
  const given = showSchema.parse({
    ...show,
    feeds: [],
    format: 'story',
    topic: 'a lighthouse',
    hosts,
    minutes: 4
  })
  const rundown = {
    inputHash: 'x',
    ...planTextRundown({ show: given, episode: '2025-08-30', date: '2025-08-30' })
  }
  const wordsPerMinute = Object.fromEntries(hosts.map(({ name }) => [name, 160]))
  const writer = createModelWriter({
    seats: models.map(model => seatOf(model)),
    book,
    builtin: createBuiltinWriter()
  })
  return writeScript({ show: given, rundown, wordsPerMinute }, writer)
}

const turnsOf = (question: Question): WrittenTurn[] =>
  (goodAnswer(question) as { turns: WrittenTurn[] }).turns
const withoutCleo = (question: Question): unknown => ({
  turns: turnsOf(question).map(turn => (turn.speaker === 'Cleo' ? { ...turn, speaker: 'Ben' } : turn))
})
const unsayable = (question: Question): unknown =>
  question.step === 'repair'
    ? { text: 'See https://example.org.' }
    : {
        turns: turnsOf(question).map((turn, at) => ({
          ...turn,
          text: `${turn.text} https://example.org/${at}`
        }))
      }

test('a voice that has said nothing is asked for in the last part', async () => {
  const model = goodModel(question =>
    question.prompt.includes('Cleo had nothing to say') ? undefined : withoutCleo(question)
  )
  const { turns } = await write(model)
  expect(turns.map(({ host }) => host)).toContain('Cleo')
  const asked = model.asked.filter(({ prompt }) =>
    prompt.includes('Cleo had nothing to say; give every voice a turn.')
  )
  expect(asked).toHaveLength(1)
})

test('a part of which little can be said is asked for again, and then of the next model', async () => {
  const bad = goodModel(unsayable, { name: 'bad' })
  const { writer, turns } = await write(bad, goodModel(undefined, { name: 'good' }))
  expect(writer).toBe('good')
  expect(turns.map(({ text }) => text).join(' ')).not.toContain('example')
  expect(bad.asked.filter(({ step }) => step === 'dialogue')).toHaveLength(2)
  const seeds = bad.asked.filter(({ step }) => step === 'dialogue').map(({ seed }) => seed)
  expect(new Set(seeds).size).toBe(2)
})

test('where nobody is left, it is told whose words could not be said', async () => {
  await expect(write(goodModel(unsayable, { name: 'bad' }))).rejects.toMatchObject({
    name: 'StageError',
    retryable: true,
    message: expect.stringMatching(/^too little of what bad wrote for part 1 of 3 of .* could be said/)
  })
})
