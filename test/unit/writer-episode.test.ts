import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPrompts } from '../../src/adapters/prompts/load-prompts.ts'
import type { Turn } from '../../src/domain/script.ts'
import { countWords } from '../../src/domain/text.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { createModelWriter } from '../../src/stages/write/model/create-model-writer.ts'
import type { PromptBook } from '../../src/stages/write/model/prompt-book.ts'
import type { Seat } from '../../src/stages/write/model/player.ts'
import type { Assignment, LanguageModel, Question, Writing } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { goodAnswer, goodTurns, hostsIn, type WrittenTurn } from '../helpers/good-writer.ts'
import { failing, goodModel, scriptedModel, seatOf, type Said } from '../helpers/language-model-doubles.ts'
import { assignmentOfSamples } from '../helpers/sample-rundown.ts'

interface Account {
  models: Record<string, { gaveWay: string | null; faults: Record<string, number> }>
  segments: { title: string; by: string }[]
  storiesGivenBack: { title: string }[]
  faults: Record<string, number>
  turns: { passed: number; repaired: number; replaced: number; proposed: number }
}

let book: PromptBook
let assignment: Assignment
beforeAll(async () => {
  book = await loadPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
  assignment = await assignmentOfSamples({ minutes: 3, stories: 3 })
})

async function write(
  models: LanguageModel | readonly Seat[],
  given = assignment,
  signal = new AbortController().signal
): Promise<{ draft: Writing; account: Account }> {
  const seats = 'answer' in models ? [seatOf(models)] : models
  const writer = createModelWriter({ seats, book, builtin: createBuiltinWriter() })
  const draft = await writeScript(given, writer, { signal })
  return { draft, account: draft.account as unknown as Account }
}

/** With a rundown of its own: what the check knows of a show is kept with it. */
const withHosts = (names: readonly string[], more: Partial<Assignment['show']> = {}): Assignment => ({
  ...assignment,
  rundown: structuredClone(assignment.rundown),
  show: { ...assignment.show, ...more, hosts: names.map(name => ({ name })) },
  wordsPerMinute: Object.fromEntries(names.map(name => [name, 160]))
})

/** Changes the turns of each dialogue. */
const dialogues =
  (change: (turns: WrittenTurn[], question: Question) => WrittenTurn[]) =>
  (question: Question): Said =>
    question.step === 'dialogue' ? { turns: change(goodTurns(question.prompt), question) } : undefined

const byModel = ({ segments }: Account): number => segments.filter(({ by }) => by !== 'builtin').length
const textOf = (turns: readonly Turn[]): string => turns.map(({ text }) => text).join('\n')
const storyTurns = ({ turns, segments }: Writing): Turn[] =>
  turns.filter(({ segment }) => segments.find(({ id }) => id === segment)?.kind === 'story')

describe('any number of hosts', () => {
  test.each(['brief', 'narration'] as const)('one, in a %s: every turn can be followed', async format => {
    const { draft, account } = await write(goodModel(), withHosts(['Ada'], { format }))
    expect(byModel(account)).toBe(account.segments.length)
    expect(new Set(draft.turns.map(({ host }) => host))).toEqual(new Set(['Ada']))
    expect(Math.max(...draft.turns.map(({ text }) => countWords(text)))).toBeLessThanOrEqual(120)
  })

  test.each([1, 2, 3, 4])('%i, each of whom speaks', async count => {
    const names = ['Ada', 'Ben', 'Cleo', 'Dan'].slice(0, count)
    const { draft } = await write(goodModel(), withHosts(names))
    expect(new Set(draft.turns.map(({ host }) => host))).toEqual(new Set(names))
  })

  test('where a model forgets some, they have what the built-in writer gives them, and the rest stays', async () => {
    const names = ['Ada', 'Ben', 'Cleo', 'Dan']
    const toTwo = (turns: WrittenTurn[]) =>
      turns.map((turn, at) => ({ ...turn, speaker: names[at % 2] ?? '' }))
    const model = goodModel(question => {
      if (question.step === 'frame') {
        const { opening, close } = goodAnswer(question) as Record<'opening' | 'close', WrittenTurn[]>
        return { opening: toTwo(opening ?? []), close: toTwo(close ?? []) }
      }
      return dialogues(toTwo)(question)
    })
    const { draft, account } = await write(model, withHosts(names))
    expect(new Set(draft.turns.map(({ host }) => host))).toEqual(new Set(names))
    expect(byModel(account)).toBeGreaterThan(0)
    expect(byModel(account)).toBeLessThan(account.segments.length)
    expect(account.storiesGivenBack.length).toBeGreaterThan(0)
  })
})

describe('an interview', () => {
  const interview = (): Assignment => withHosts(['Sarah', 'Ray'], { format: 'interview' })
  const questions = [
    'What else do we know?',
    'And what comes next?',
    'What do the others say?',
    'How did that come about?',
    'What is behind it?',
    'And how big is it?'
  ]
  /** Each turn with a question before it, none of which is asked twice. */
  function asker() {
    let asked = 0
    return (turns: WrittenTurn[]): WrittenTurn[] =>
      turns.flatMap((turn, at) => {
        const question = at === 0 ? `What do we know of ${subjectOf(turns)}?` : questions[asked++]
        const told = { ...turn, speaker: 'Ray' }
        return question === undefined
          ? [told]
          : [{ speaker: 'Sarah', text: question, claims: turn.claims }, told]
      })
  }

  test('in which a question is corrected into a fact lets the other tell it', async () => {
    const model = goodModel(question => {
      if (question.step === 'repair')
        return { text: 'Nvidia shares closed 0.8% lower on Thursday, August 28.' }
      return dialogues(turns =>
        turns.map((turn, at) => ({
          ...turn,
          speaker: at === 1 ? 'Sarah' : 'Ray',
          text: at === 1 ? 'Did 777 people of Zorbo like it?' : turn.text
        }))
      )(question)
    })
    const { draft, account } = await write(model, interview())
    const told = storyTurns(draft).filter(({ segment }) => byOf(account, draft, segment) !== 'builtin')
    expect(textOf(told)).toContain('closed 0.8% lower')
    for (const { host } of told) expect(host).toBe('Ray')
  })

  test('begins with a question of the one who asks, and only the other tells', async () => {
    const model = goodModel(dialogues(asker()))
    const { draft, account } = await write(model, interview())
    const told = storyTurns(draft).filter(({ segment }) => byOf(account, draft, segment) !== 'builtin')
    expect(told.length).toBeGreaterThan(3)
    for (const { host, text } of told) expect(host).toBe(text.endsWith('?') ? 'Sarah' : 'Ray')
    const asked = model.asked.filter(({ step }) => step === 'dialogue').map(({ prompt }) => prompt)
    for (const prompt of asked) expect(prompt).toContain('Sarah speaks first and asks what happened')
  })
})

const subjectOf = ([first]: readonly WrittenTurn[]): string =>
  /\b(?:Microsoft|Nvidia|NASA|MAI-1-preview)\b/.exec(first?.text ?? '')?.[0] ?? 'this'
const byOf = ({ segments }: Account, draft: Writing, segment: string): string =>
  segments[draft.segments.findIndex(({ id }) => id === segment)]?.by ?? ''

describe('an opening says that it is made by AI', () => {
  const opening =
    (text: string) =>
    (question: Question): Said =>
      question.step === 'frame'
        ? { ...(goodAnswer(question) as object), opening: [{ speaker: 'Sarah', text }] }
        : undefined
  const welcome = (turns: readonly Turn[]): string => textOf(turns.filter(({ kind }) => kind === 'welcome'))

  test.each([
    ["Welcome to The Morning Brief. I'm Sarah, and Ray is with me.", 'nothing of it'],
    ["Welcome to The Morning Brief. I'm Sarah, and Ray is with me. We begin with AI.", 'AI as news']
  ])('where the model says "%s", with %s', async text => {
    const { draft, account } = await write(goodModel(opening(text)))
    expect(account.segments[0]?.by).toBe('scripted')
    expect(welcome(draft.turns)).toMatch(/made by AI|made: by AI/)
    expect(welcome(draft.turns)).toContain(text)
  })

  test('where the model says it, as the model has it', async () => {
    const text = 'Welcome to The Morning Brief. This programme is made by AI, and our voices are synthetic.'
    const { draft } = await write(goodModel(opening(text)))
    expect(welcome(draft.turns)).toBe(text)
  })
})

describe('there is an episode in any case', () => {
  test('a turn that passes the check and may not be heard is caught where it stands', async () => {
    const [lead, ...rest] = assignment.rundown.stories
    if (lead === undefined) throw new Error('there is no story')
    const sentence = 'Residents of Harlow can sign up for the new night bus from 14 October.'
    const items = lead.items.map(item => ({ ...item, text: `${item.text}\n\n${sentence}` }))
    const given = {
      ...assignment,
      rundown: { ...assignment.rundown, stories: [{ ...lead, items }, ...rest] }
    }
    const change = dialogues(turns =>
      turns.map((turn, at) => (at === 1 ? { ...turn, text: sentence, claims: [] } : turn))
    )
    const model = goodModel(question => (question.step === 'repair' ? { text: sentence } : change(question)))
    const { draft } = await write(model, given)
    expect(textOf(draft.turns)).not.toContain('sign up')
    expect(draft.writer).toBe('scripted')
  })

  test('a short sentence in the opening and the close costs one of them', async () => {
    const model = goodModel(question => {
      if (question.step !== 'frame') return undefined
      const { opening, close } = goodAnswer(question) as Record<'opening' | 'close', WrittenTurn[]>
      const thanks = (turns: WrittenTurn[] = []) =>
        turns.map((turn, at) => (at === 0 ? { ...turn, text: `${turn.text} Thank you.` } : turn))
      return { opening: thanks(opening), close: thanks(close) }
    })
    const { account } = await write(model)
    expect(account.segments.filter(({ by }) => by === 'builtin')).toHaveLength(1)
    expect(account.segments.at(-1)?.by).toBe('builtin')
  })

  test.each<[string, Said]>([
    ['nonsense', 'blah blah'],
    ['an error', failing('server-error')],
    ['JSON of another shape', { hello: 'world' }],
    [
      '20,000 differences and claims',
      {
        claims: Array.from({ length: 5000 }, () => ({ claim: 'x', report: 'A', quotation: 'y' })),
        differences: Array.from({ length: 20_000 }, (_, at) => `x ${at}`)
      }
    ],
    ['a thousand turns', { turns: Array.from({ length: 1000 }, () => ({ speaker: 'Ray', text: 'So.' })) }]
  ])('of a model that answers everything with %s', async (_what, said) => {
    const plain = await createBuiltinWriter().write(assignment)
    const { draft, account } = await write(scriptedModel(() => said))
    expect(textOf(draft.turns)).toBe(textOf(plain.turns))
    expect(draft.writer).toBe('builtin')
    expect(byModel(account)).toBe(0)
  })

  test('from one story with one item', async () => {
    const [lead] = assignment.rundown.stories
    if (lead === undefined) throw new Error('there is no story')
    const story = { ...lead, items: lead.items.slice(0, 1), outlets: lead.outlets.slice(0, 1) }
    const given = { ...assignment, rundown: { ...assignment.rundown, stories: [story] } }
    const { draft, account } = await write(goodModel(), given)
    expect(draft.segments.map(({ kind }) => kind)).toEqual(['opening', 'story', 'close'])
    expect(byModel(account)).toBe(3)
  })

  test('with a model that reads little at once', async () => {
    const small = goodModel(() => undefined, { contextTokens: 1400 })
    const tight = {
      ...small,
      answer: (question: Question) =>
        (question.system.length + question.prompt.length) / 4 + question.mostTokens > 1400
          ? Promise.reject(failing('too-long'))
          : small.answer(question)
    }
    const { account } = await write(tight)
    expect(byModel(account)).toBeGreaterThan(2)
  })
})

describe('what a story holds', () => {
  test('ends with no question that nobody answers', async () => {
    const model = goodModel(
      dialogues(turns => [...turns, { speaker: 'Ray', text: 'And what comes next?', claims: [] }])
    )
    const { draft, account } = await write(model)
    expect(byModel(account)).toBeGreaterThan(0)
    for (const { id } of draft.segments) {
      const last = draft.turns.filter(({ segment }) => segment === id).at(-1)
      expect(last?.text).not.toMatch(/\?$/)
    }
  })

  test('a host who does not exist gives no one two turns in a row', async () => {
    const model = goodModel(
      dialogues(turns => turns.map((turn, at) => (at % 2 === 1 ? { ...turn, speaker: 'Marvin' } : turn)))
    )
    const { draft, account } = await write(model)
    expect(account.faults.host).toBeGreaterThan(0)
    for (const { id } of draft.segments) {
      const hosts = draft.turns.filter(({ segment }) => segment === id).map(({ host }) => host)
      hosts.slice(1).forEach((host, at) => expect(host).not.toBe(hosts[at]))
    }
  })

  test('emphasis is taken away, and its words stay', async () => {
    const model = goodModel(
      dialogues(turns => turns.map(turn => ({ ...turn, text: turn.text.replace(/^(\w+)/, '**$1**') })))
    )
    const { draft, account } = await write(model)
    expect(account.turns.replaced).toBe(0)
    const { draft: plain } = await write(goodModel())
    expect(textOf(draft.turns)).toBe(textOf(plain.turns))
  })

  test('a bridge is told only where its story follows the one it links', async () => {
    const model = goodModel(question =>
      question.step === 'line-up'
        ? {
            ...(goodAnswer(question) as object),
            bridges: ['never said', 'link one', 'link two', 'link three']
          }
        : undefined
    )
    await write(model)
    const prompts = model.asked.filter(({ step }) => step === 'dialogue').map(({ prompt }) => prompt)
    expect(prompts[0]).not.toContain('What links')
    expect(prompts.join('\n')).not.toContain('never said')
    expect(prompts[1]).toContain('What links the two: link one')
  })
})

test('the same on the same day, word by word', async () => {
  const questions: string[] = []
  for (const model of [goodModel(), goodModel()]) {
    const { draft } = await write(model)
    questions.push(JSON.stringify([model.asked, draft.turns]))
  }
  expect(questions[0]).toBe(questions[1])
})

test('neither script nor account has the folder of a model', async () => {
  const seat = (model: string, open: Seat['open']): Seat => ({
    wish: { model },
    name: model.replace(/^.*\//, ''),
    open
  })
  const { draft } = await write([
    seat('gguf:/home/ada/lost.gguf', () => Promise.reject(new Error('there is no such file'))),
    seat('gguf:/home/ada/granite.gguf', () => Promise.resolve(goodModel(undefined, { name: 'granite' })))
  ])
  expect(draft.writer).toBe('granite')
  expect(JSON.stringify(draft)).not.toContain('/home/ada')
})

test('an abort ends it with its reason', async () => {
  const stop = new AbortController()
  const reason = new Error('the process is ending')
  const model = goodModel(({ step }) => {
    if (step === 'dialogue') stop.abort(reason)
    return undefined
  })
  await expect(write(model, assignment, stop.signal)).rejects.toBe(reason)
})

test('every host is asked who they are, and nobody’s rules can be heard', async () => {
  const given = withHosts(['Sarah', 'Ray'])
  const character = 'a retired postman who keeps bees and never quite finishes his sentences'
  const hosts = given.show.hosts.map(host => ({ ...host, character }))
  const leak = `You know me, ${character}, that is me.`
  const model = goodModel(question =>
    question.step === 'repair'
      ? { text: leak }
      : dialogues(turns => turns.map((turn, at) => (at === 1 ? { ...turn, text: leak } : turn)))(question)
  )
  const { draft, account } = await write(model, { ...given, show: { ...given.show, hosts } })
  expect(account.faults['prompt-leak']).toBeGreaterThan(0)
  expect(textOf(draft.turns)).not.toContain('postman')
})

test('a host list is read as it stands in the prompt', () => {
  expect(hostsIn('Hosts:\n- Ada: x\n- Ben\n\n')).toEqual(['Ada', 'Ben'])
})
