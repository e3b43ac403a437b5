import { expect, test } from 'vitest'
import { takeInfoSchema, type Take } from '../../src/domain/take.ts'
import { renderFacts } from '../../src/workers/render-facts.ts'

const made = { reused: false, renderMs: 3000, endedAt: 8000, durationMs: 6000, calls: 2 }
const reused = { reused: true, renderMs: 0, durationMs: 4000 }

test('the report counts the work of the takes that were made, not of those that were there', () => {
  const second = { ...made, endedAt: 11_000 }
  expect(renderFacts([made, reused, second], [{}, {}, {}])).toEqual({
    takes: 3,
    takesMade: 2,
    takesReused: 1,
    calls: 4,
    speechSeconds: 12,
    realTimeFactor: 0.5
  })
})

test('where all takes were there, no factor is made up', () => {
  expect(renderFacts([reused], [{}])).toMatchObject({ calls: 0, speechSeconds: 0, realTimeFactor: null })
})

test('what the model had no sound for is told, of takes made before as well', () => {
  const takes: Pick<Take, 'dropped'>[] = [{ dropped: { ʘ: 2 } }, {}, { dropped: { ʘ: 1, g: 4 } }]
  expect(renderFacts([made, reused, reused], takes)).toMatchObject({ dropped: { ʘ: 3, g: 4 } })
})

test('it stands beside the take: a number of each, and never none', () => {
  const info = { durationMs: 900, sampleRateHz: 24_000, speechLevelDbfs: -20, spans: [] }
  expect(takeInfoSchema.parse({ ...info, dropped: { ʘ: 2 } }).dropped).toEqual({ ʘ: 2 })
  expect(takeInfoSchema.safeParse({ ...info, dropped: { ʘ: 0 } }).success).toBe(false)
})
