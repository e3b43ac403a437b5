import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../src/stages/fetch/build-candidate.ts'
import { shareAirTime, storySeconds } from '../../src/stages/fetch/share-air-time.ts'

const storyOf = (words: number): Candidate => ({
  id: `story of ${words} words`,
  items: [],
  topic: null,
  time: null,
  words
})

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const MINUTES = [1, 2, 3, 5, 7, 10, 15, 30, 60]
const COUNTS = [3, 4, 5, 6, 7, 9, 11, 13]

describe('the time budgets of an episode', () => {
  test.each(MINUTES)('of %i minutes add up to its length less its frame, whatever the stories', minutes => {
    for (const count of COUNTS) {
      const stories = Array.from({ length: count }, (_, at) => storyOf(minutes * 100 + at * 37))
      expect([count, sum(shareAirTime(minutes, stories))]).toEqual([count, storySeconds(minutes)])
    }
  })

  test('are whole seconds, and come to what there are words for where that is less', () => {
    const budgets = shareAirTime(10, [storyOf(26), storyOf(53), storyOf(79)])
    expect(budgets.every(seconds => Number.isInteger(seconds))).toBe(true)
    expect(sum(budgets)).toBe(Math.round(3 * 4 + (26 + 53 + 79) / 2.6))
  })
})
