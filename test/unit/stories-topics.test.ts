import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/domain/feed.ts'
import { showSchema, topicsSchema } from '../../src/domain/show.ts'
import { buildCandidate } from '../../src/stages/fetch/build-candidate.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import { partWanted, wishFactor } from '../../src/stages/fetch/topic-wishes.ts'
import { makeItem, show } from '../fixtures/write/make-story.ts'

const topics = (include: string[], exclude: string[] = []) => ({
  topics: topicsSchema.parse({ include, exclude })
})

const CAR = makeItem('car', {
  title: 'Electric cars outsell diesels in Norway',
  text: 'Nine of ten new cars in Norway run on batteries, the motoring council said. Its football club bought a bus.',
  topics: ['Transport policy'],
  publishedAt: '2026-03-03T06:00:00.000Z'
})
const COURT = makeItem('court', {
  title: 'Court forbids night flights over Marlow',
  text: 'Judges of the highest court ruled on Tuesday that aircraft may not land in Marlow at night.',
  publishedAt: '2026-03-03T06:00:00.000Z'
})

describe('a topic of a show', () => {
  test.each<[string, Item, string, boolean]>([
    ['by a word of the title', CAR, 'cars', true],
    ['by another form of it', CAR, 'car', true],
    ['by a phrase, in any case', CAR, 'electric Car', true],
    ['by a category', CAR, 'transport', true],
    ['by the lead', CAR, 'battery', true],
    ['by what the story is about in a word', COURT, 'politics', true],
    ['not inside another word', CAR, 'car oil', false],
    ['not by a part of a word', COURT, 'craft', false],
    ['not by the end of one', COURT, 'low', false],
    ['not by words that stand apart', CAR, 'electric Norway', false],
    ['not by what it does not say', COURT, 'football', false]
  ])('is found %s', (_what, item, phrase, isFound) => {
    const candidate = buildCandidate([item])
    expect(wishFactor(candidate, topics([phrase])) > 1).toBe(isFound)
    expect(partWanted([candidate], topics([], [phrase])).unwanted.length).toBe(isFound ? 1 : 0)
  })

  test('counts for more in the title than in the lead, and for nothing where none is wished for', () => {
    const candidate = buildCandidate([CAR])
    expect(wishFactor(candidate, topics(['Norway']))).toBeGreaterThan(
      wishFactor(candidate, topics(['battery']))
    )
    expect(wishFactor(candidate, {})).toBe(1)
    expect(partWanted([candidate], {}).wanted).toEqual([candidate])
  })

  test.each([
    ['', 'use a word or a short phrase'],
    ['{x}', 'use a word or a short phrase'],
    ['a'.repeat(61), 'use at most 60 characters']
  ])('%j is refused', (phrase, message) => {
    expect(topicsSchema.safeParse({ include: [phrase] }).error?.message).toContain(message)
  })
})

describe('the rundown', () => {
  const plan = (wishes: { include?: string[]; exclude?: string[] }) =>
    planRundown({
      show: showSchema.parse({ ...show, stories: 1, minutes: 1, topics: wishes }),
      episode: '2026-03-03',
      date: '2026-03-03',
      now: new Date('2026-03-03T08:00:00.000Z'),
      feeds: [{ feedId: 'f', url: 'file:feed.xml', title: 'f', kind: 'rss', bytes: 1, items: [CAR, COURT] }],
      failures: []
    })

  test('tells first what a show wants', () => {
    expect(plan({ include: ['electric cars'] }).stories[0]?.title).toBe(CAR.title)
    expect(plan({ include: ['night flights'] }).stories[0]?.title).toBe(COURT.title)
  })

  test('leaves out what it does not want, and says why', () => {
    const { stories, funnel } = plan({ include: ['electric cars'], exclude: ['Norway'] })
    expect(stories.map(({ title }) => title)).toEqual([COURT.title])
    expect(funnel.storiesLeftOut).toEqual([
      { title: CAR.title, outlet: CAR.outlet, reason: 'on "Norway", which the show leaves out' }
    ])
  })
})
