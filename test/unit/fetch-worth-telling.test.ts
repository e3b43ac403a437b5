import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/domain/feed.ts'
import { buildCandidate } from '../../src/stages/fetch/build-candidate.ts'
import { chooseStories } from '../../src/stages/fetch/choose-stories.ts'
import { leaveOutReason } from '../../src/stages/fetch/leave-out-reason.ts'
import { orderStories } from '../../src/stages/fetch/order-stories.ts'
import { isEssay, speakableWords } from '../../src/stages/fetch/speakable-words.ts'

const item = (outlet: string, title: string, text: string, url: string | null = null): Item => ({
  id: `${outlet} ${title}`,
  feedId: outlet,
  outlet,
  title,
  url,
  publishedAt: '2025-08-28T12:00:00.000Z',
  topics: [],
  text,
  substance: 'summary'
})

describe('words that can be said', () => {
  const report = 'The port of Alder opened its new swing bridge after four years of work.'

  test('are most of a report', () => {
    expect(speakableWords(report)).toBeGreaterThan(8)
    expect(speakableWords(`${report} ${report}`)).toBeCloseTo(2 * speakableWords(report))
  })

  test.each([
    ['a question', 'Will the port of Alder open its new swing bridge this year?'],
    ['the first person', 'In the port of Alder we have looked at the new swing bridge.'],
    ['the reader', 'Here is what you need to know before a trip over the bridge.'],
    ['a long sentence', `The port ${'of the old town '.repeat(12)}opened.`],
    ['a quotation', '“The port of Alder is proud of its bridge,” the mayor of the town said.']
  ])('are none in %s', (_what, text) => {
    expect(speakableWords(text)).toBe(0)
  })

  test('are few where no sentence can be the first', () => {
    const leaning = 'It opened its new swing bridge after four years of work in the harbour.'
    expect(speakableWords(leaning)).toBeLessThan(3)
  })

  test('an essay is its author’s view', () => {
    expect(isEssay('I went to Alder. We saw the bridge. It was long.')).toBe(true)
    expect(isEssay(`${report} ${report} The mayor said: “I am glad. We made it.”`)).toBe(false)
  })
})

describe('what is no news', () => {
  test.each([
    ['Review: the new phone of the year', 'an opinion or a review'],
    ['Opinion: the bridge is too small', 'an opinion or a review'],
    ['The bridge is ours to save | Jane Doe', 'an opinion or a review'],
    ['Should the bridge be longer?', 'a question'],
    ['10 best laptops for students', 'a list or a guide to buy'],
    ['The best headphones of 2025', 'a list or a guide to buy'],
    ['Seven things to know about the bridge', 'a list or a guide to buy'],
    ['The holiday gift guide', 'a list or a guide to buy'],
    ['Things to do in Alder', 'a list of events'],
    ['Alder community calendar, Aug. 23-30', 'a list of events'],
    ['Black Friday deals you can still get', 'a list of deals'],
    ['Cup final: Redmoor v Castlegate – minute by minute', 'a live blog'],
    ['Election night: follow it live', 'a live blog'],
    ['Your horoscope for Tuesday', 'a video, gallery, podcast or puzzle'],
    ['Sudoku no. 4,512', 'a video, gallery, podcast or puzzle'],
    ['Word of the day: serendipity', 'a video, gallery, podcast or puzzle'],
    ['Quiz of the week: what do you know of rivers', 'a video, gallery, podcast or puzzle'],
    ['Powerball numbers for Saturday', 'lottery numbers, odds or a timetable'],
    ['Redmoor v Castlegate: TV channel and kick-off time', 'lottery numbers, odds or a timetable'],
    ['On this day: the bridge opens', 'lottery numbers, odds or a timetable'],
    ['Obituary: Ann Lee, bridge builder', 'an obituary'],
    ['Ann Lee obituary', 'an obituary'],
    ['Morning briefing: strikes, storms and a comet', 'a round-up of several stories'],
    ['Five things to know this Tuesday', 'a round-up of several stories'],
    ['The day in brief: dam, doping and dockers', 'a round-up of several stories'],
    ['What you need to know today', 'a round-up of several stories'],
    ['Retailers fear for Black Friday as wages fall', null],
    ['Minute traces of lead found in tap water', null],
    ['Bridge builder Ann Lee dies at 80', null],
    ['Lottery winner gives millions to hospital', null],
    ['State lottery is sold to a Czech company', null],
    ['Ministers given briefing on dam', null],
    ['President keeps his speech brief', null],
    ['Police round up suspects after raid', null],
    ['Channel swimmers rescued off Dover', null],
    ['Odds of rain grow as the storm moves in', null],
    ['Zoo counts its seven stars', null],
    ['Court to review the ban on phones', null],
    ['Ten people rescued from the river', null],
    ['Two best friends win the lottery', null],
    ['Best year ever for the port of Alder', null],
    ['Parliament opens its review of the law', null],
    ['Stock markets rise as calendar quarter ends', null]
  ])('%j: %j', (title, reason) => {
    expect(leaveOutReason(item('a', title, 'Text.'))).toBe(reason)
  })

  test.each([
    ['https://a.example/commentisfree/2025/bridge', 'an opinion or a review'],
    ['https://a.example/reviews/phone', 'an opinion or a review'],
    ['https://a.example/obituaries/lee', 'an obituary'],
    ['https://a.example/briefing/2025/08', 'a round-up of several stories'],
    ['https://a.example/brief/court', null],
    ['https://a.example/deals/brewer-to-buy-roaster', null],
    ['https://a.example/world/2025/bridge', null]
  ])('by its address: %s', (url, reason) => {
    expect(leaveOutReason(item('a', 'The bridge', 'Text.', url))).toBe(reason)
  })
})

describe('what comes first', () => {
  const long = 'The port of Alder opened its new swing bridge after four years of work. '.repeat(8)
  const short = 'A man was hurt in a quarrel in the old town of Alder, police said.'
  const scored = (score: number, ...items: Item[]) => ({ candidate: buildCandidate(items), score })

  test('a story with more to tell opens the episode before one of a sentence', () => {
    const crime = scored(2, item('a', 'Crime', short))
    const bridge = scored(1.8, item('b', 'Bridge', long))
    expect(orderStories([crime, bridge])[0]).toBe(bridge)
  })

  test('a much bigger story opens it all the same', () => {
    const crime = scored(5, item('a', 'Crime', short))
    const bridge = scored(1.8, item('b', 'Bridge', long))
    expect(orderStories([crime, bridge])[0]).toBe(crime)
  })

  test('variety counts for less, the more outlets have a story', () => {
    const first = scored(5, item('a', 'First', long))
    const many = scored(
      3,
      item('a', 'Many', long),
      item('b', 'Many too', long),
      item('c', 'Many again', long)
    )
    const other = scored(2.7, item('d', 'Other', long))
    const chosen = chooseStories([first, other, many], 2, 2, () => true)
    expect(chosen).toEqual([first, many])
  })
})
