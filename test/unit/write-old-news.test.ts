import { expect, test } from 'vitest'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { makeRundown, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'

const welcomeOn = async (date: string, undated = false): Promise<string> => {
  const stories = sampleStories().map(story => ({
    ...story,
    items: story.items.map(item => (undated ? { ...item, publishedAt: null } : item))
  }))
  const script = await createBuiltinWriter().write({
    show,
    rundown: makeRundown(stories, date),
    wordsPerMinute
  })
  return script.turns[0]?.text ?? ''
}

test('fresh news is told without a word on its age', async () => {
  expect(await welcomeOn('2025-08-29')).not.toContain('The latest report')
})

test('news of which nothing is from this week is told with its date, so that nobody takes it for today’s', async () => {
  expect(await welcomeOn('2026-11-22')).toMatch(/The latest report in our feeds is from August 2\d, 2025\.$/)
})

test('news without dates is not given one', async () => {
  expect(await welcomeOn('2026-11-22', true)).not.toContain('The latest report')
})
