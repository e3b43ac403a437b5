import { describe, expect, test } from 'vitest'
import { addTurns } from '../../src/domain/add-turns.ts'
import type { Item } from '../../src/domain/feed.ts'
import { MOST_EXCERPT, type Show } from '../../src/domain/show.ts'
import { countWords } from '../../src/domain/text.ts'
import { isNamedIn } from '../../src/stages/write/builtin/arrange/cited-outlet.ts'
import { spokenOutlet } from '../../src/stages/write/builtin/arrange/spoken-outlet.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import { areWithinCaps } from '../../src/stages/write/excerpts/within-caps.ts'
import { standingWords } from '../../src/stages/write/excerpts/standing-words.ts'
import type { Assignment, ScriptDraft } from '../../src/stages/write/ports.ts'
import { spareTurns } from '../../src/stages/write/spare-turns.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { estimateScript, fitScript } from '../../src/workers/fit-script.ts'
import { wordsSpokenOf } from '../fixtures/write/excerpt-words.ts'
import { makeItem, makeRundown, makeStory, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { assignmentOfSamples } from '../helpers/sample-rundown.ts'

const SOUND_SECONDS = 10
const secondsToSay = (host: string, text: string): number =>
  (countWords(text) / (wordsPerMinute[host as keyof typeof wordsPerMinute] ?? 165)) * 60

async function assigned(
  asked: Partial<Show>,
  date: string,
  change: Partial<Item> | ((item: Item) => Partial<Item>)
): Promise<Assignment> {
  const given = await assignmentOfSamples(asked, date)
  const changed = (item: Item): Item => ({
    ...item,
    ...(typeof change === 'function' ? change(item) : change)
  })
  const stories = given.rundown.stories.map(story => ({ ...story, items: story.items.map(changed) }))
  return {
    ...given,
    secondsToSay,
    soundSeconds: SOUND_SECONDS,
    rundown: { ...given.rundown, stories }
  }
}

interface Written {
  draft: ScriptDraft
  /** As it is heard, its length corrected. */
  fitted: ScriptDraft
  /** With every prepared turn in it. */
  whole: ScriptDraft
}

async function write(assignment: Assignment): Promise<Written> {
  const draft = await writeScript(assignment, createBuiltinWriter())
  const spare = spareTurns(assignment, draft)
  const whole = { ...draft, turns: addTurns(draft.turns, spare) }
  return { draft, whole, fitted: fitScript(draft, spare, assignment) }
}

const minutesOf = (draft: ScriptDraft): number => (estimateScript(draft, secondsToSay) + SOUND_SECONDS) / 60

const excerptFaults = (draft: ScriptDraft, { show, rundown }: Assignment): string[] =>
  [...checkScript(draft, { show, rundown, date: rundown.date, prompts: [], earlierEpisodes: [] }).values()]
    .flat()
    .filter(({ kind }) => kind === 'excerpt')
    .map(({ message }) => message)

function mostSpoken(draft: ScriptDraft, { rundown }: Assignment): number {
  const counts = rundown.stories.flatMap(({ id, items }) => items.map(item => wordsSpokenOf(item, draft, id)))
  return Math.max(...counts)
}

const STORIES = { 2: 4, 5: 8, 10: 10 }
const SHOWS = (['brief', 'conversation'] as const).flatMap(format =>
  ([2, 5, 10] as const).map(minutes => [format, minutes] as const)
)
/** The seed of what the hosts say is the show's name and the day. */
const SEEDS = [
  ['morning-brief', '2025-08-29'],
  ['evening', '2025-08-30'],
  ['demo', '2026-11-22']
] as const

describe.each(SHOWS)('a %s of %i minutes', (format, minutes) => {
  const seeds = minutes === 2 ? SEEDS : SEEDS.slice(2)
  const asked = { format, minutes, stories: STORIES[minutes] }

  test.each(minutes === 2 ? [20, 40, 90, 200] : [20, 90])(
    'speaks at most %i words of an article where so many may be',
    async excerpt => {
      for (const [id, date] of seeds) {
        const assignment = await assigned({ ...asked, id }, date, { excerpt })
        const { draft, whole, fitted } = await write(assignment)
        for (const each of [draft, whole, fitted]) {
          expect(mostSpoken(each, assignment)).toBeLessThanOrEqual(excerpt)
          expect(excerptFaults(each, assignment)).toEqual([])
        }
        expect(mostSpoken(draft, assignment)).toBeGreaterThan(Math.min(12, excerpt / 2))
      }
    }
  )

  test('is as long as asked where nothing is said of excerpts', async () => {
    for (const [id, date] of seeds) {
      const assignment = await assigned({ ...asked, id }, date, {})
      const { fitted } = await write(assignment)
      expect(mostSpoken(fitted, assignment)).toBeLessThanOrEqual(MOST_EXCERPT)
      expect(Math.abs(minutesOf(fitted) / minutes - 1)).toBeLessThanOrEqual(0.05)
    }
  })

  test('names each outlet that it tells from in its story, but for those that need not be', async () => {
    for (const [id, date] of seeds) {
      const silent = 'The Northgate Wire'
      const assignment = await assigned({ ...asked, id }, date, ({ outlet }) =>
        outlet === silent ? { cite: false } : {}
      )
      const { draft, whole, fitted } = await write(assignment)
      for (const { segments, turns } of [draft, whole, fitted])
        for (const { id: segment, story } of segments.filter(each => each.story !== null)) {
          const own = turns.filter(turn => turn.segment === segment)
          const text = own.map(turn => turn.text).join(' ')
          const items = assignment.rundown.stories.find(each => each.id === story)?.items ?? []
          const told = items.filter(item => own.some(turn => turn.items.includes(item.id)))
          const outlets = [...new Set(told.map(({ outlet }) => outlet))]
          const unnamed = outlets.filter(outlet => !isNamedIn(text, spokenOutlet(outlet) ?? ''))
          expect(unnamed.filter(outlet => outlet !== silent)).toEqual([])
          expect(isNamedIn(text, 'the Northgate Wire')).toBe(false)
        }
    }
  })
})

test('with little of each article, more stories are told, as long as the rundown has them', async () => {
  const wide = await write(await assigned({ minutes: 5, stories: 8 }, '2025-08-29', { excerpt: 200 }))
  const rundown = (await assignmentOfSamples({ minutes: 10, stories: 10 }, '2025-08-29')).rundown
  const items = (each: Item): Item => ({ ...each, excerpt: 30 })
  const stories = rundown.stories.map(story => ({ ...story, items: story.items.map(items) }))
  const assignment = await assigned({ minutes: 5, stories: 8 }, '2025-08-29', {})
  const { draft } = await write({ ...assignment, rundown: { ...rundown, stories } })
  expect(draft.segments.length).toBeGreaterThan(wide.draft.segments.length)
  expect(minutesOf(draft)).toBeGreaterThan(4)
})

test('a show of one feed names it in every story, never twice in the same sentence', async () => {
  const assignment = await assigned({ minutes: 10, stories: 10 }, '2025-08-29', {
    outlet: 'The Only Courier',
    excerpt: 60
  })
  const { draft } = await write(assignment)
  const stories = draft.segments.filter(({ story }) => story !== null)
  expect(stories.length).toBeGreaterThan(8)
  for (const { id } of stories) {
    const text = draft.turns.filter(({ segment }) => segment === id).map(turn => turn.text)
    expect(text.join(' ')).toMatch(/\bthe only courier\b/i)
  }
})

describe('a limit that nothing fits', () => {
  test('is named, with what would be right', async () => {
    const text =
      'The city of Marlow opened a long new bridge over the wide river Alder on Thursday, 28 August.'
    const item = makeItem('a', { title: 'Marlow opens bridge', text, excerpt: 10 })
    const assignment = { show, rundown: makeRundown([makeStory([item])]), wordsPerMinute }
    await expect(createBuiltinWriter().write(assignment)).rejects.toThrow(
      /raise their excerpt, which is as low as 10 words/
    )
  })
})

test('a headline alone is told by nobody, and named in no line-up', async () => {
  const assignment = await assigned({ minutes: 2, stories: 4 }, '2025-08-29', {})
  const [first, ...rest] = assignment.rundown.stories
  const items = (first?.items ?? []).map(item => ({ ...item, substance: 'headline' as const }))
  const stories = first === undefined ? [] : [{ ...first, items }, ...rest]
  const { draft } = await write({ ...assignment, rundown: { ...assignment.rundown, stories } })
  expect(draft.segments.map(({ story }) => story)).not.toContain(first?.id)
  expect(draft.turns.flatMap(turn => turn.items)).not.toContain(items[0]?.id)
})

describe('words of an article', () => {
  const text =
    'The city of Marlow opened a new bridge over the river on Thursday, 28 August. It is 420 metres long.'
  const item = makeItem('a', { text, excerpt: 20 })

  test.each([
    ['The city of Marlow opened a new bridge over the river on Thursday, 28 August.', 14],
    ['It is a fact: the CITY of Marlow opened a new “bridge” over the river, at last.', 10],
    ['The city of Marlow opened a new, and long, bridge over the river.', 0],
    ['In Marlow there is a new bridge.', 0]
  ])('%s: %i stand in it', (said, count) => {
    expect(standingWords(said, item)).toBe(count)
  })

  test('of another article that has them too count for both', () => {
    const same = makeItem('b', { text, excerpt: 10 })
    expect(areWithinCaps([{ item, text: text.slice(0, 77) }], [item])).toBe(true)
    expect(areWithinCaps([{ item, text: text.slice(0, 77) }], [item, same])).toBe(false)
  })
})
