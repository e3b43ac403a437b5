import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import { resolveShow } from '../../src/config/resolve-show.ts'
import { dayIn } from '../../src/domain/standing-order.ts'
import { dueAt, dueOrder, isLate, missedRun, releaseTime, runToMake } from '../../src/jobs/due-orders.ts'
import { lastDueAt } from '../../src/jobs/queue/cron-times.ts'

const HOUR = 3_600_000
const at = (text: string) => new Date(text)

/** All that come round on a calendar day of the zone. */
function dueOn(day: string, cron: string, timeZone: string): string[] {
  const found: string[] = []
  let now = new Date(Date.parse(`${day}T00:00Z`) - 30 * HOUR)
  for (;;) {
    now = dueAt(cron, timeZone, now)
    if (dayIn(timeZone, now) > day) return found
    if (dayIn(timeZone, now) === day) found.push(now.toISOString())
  }
}

describe('a schedule comes round once on a day', () => {
  test.each([
    ['back in London', '2026-10-25', '30 1 * * *', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['back in London', '2026-10-25', '0 6 * * *', 'Europe/London', '2026-10-25T06:00:00.000Z'],
    ['back in New York', '2026-11-01', '30 1 * * *', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['back in New York', '2026-11-01', '30 2 * * *', 'America/New_York', '2026-11-01T07:30:00.000Z'],
    ['forward in London', '2026-03-29', '30 1 * * *', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['forward in London', '2026-03-29', '30 2 * * *', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['forward in New York', '2026-03-08', '30 2 * * *', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['forward in New York', '2026-03-08', '30 2 * * 0', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['forward at midnight', '2018-11-04', '0 0 * * *', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['forward at midnight', '2026-04-24', '30 0 * * *', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    [
      'forward by half an hour',
      '2026-10-04',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-03T15:30:00.000Z'
    ],
    ['not at all', '2026-06-01', '0 6 * * *', 'Europe/London', '2026-06-01T05:00:00.000Z']
  ])('on which clocks go %s: %s, %s in %s', (_, day, cron, timeZone, due) => {
    expect(dueOn(day, cron, timeZone)).toEqual([due])
  })

  test.each(['Europe/London', 'America/New_York'])('on every day of a year in %s, at any hour', timeZone => {
    for (const hour of [1, 2]) {
      const days: string[] = []
      let now = at('2026-01-01T12:00:00Z')
      for (let count = 0; count < 365; count++) {
        now = dueAt(`30 ${hour} * * *`, timeZone, now)
        expect(lastDueAt(`30 ${hour} * * *`, timeZone, now)).toEqual(now)
        days.push(dayIn(timeZone, now))
      }
      expect(new Set(days).size).toBe(365)
      expect([days[0], days.at(-1)]).toEqual(['2026-01-02', '2027-01-01'])
    }
  })
})

const daily = { schedule: '0 6 * * *', timeZone: 'Europe/London' }

describe('a missed run', () => {
  const since = at('2026-11-01T00:00:00Z')
  test.each([
    ['nine hours later', daily, '2026-11-22T15:00:00Z', '2026-11-22T06:00:00.000Z'],
    ['after a week: only the last', daily, '2026-11-22T05:00:00Z', '2026-11-21T06:00:00.000Z'],
    ['at that very time', daily, '2026-11-22T06:00:00Z', '2026-11-22T06:00:00.000Z'],
    ['a day later and more', { ...daily, schedule: '0 6 * * 1' }, '2026-11-17T06:00:00Z', undefined],
    [
      'just less than a day later',
      { ...daily, schedule: '0 6 * * 1' },
      '2026-11-17T05:59:59Z',
      '2026-11-16T06:00:00.000Z'
    ],
    ['where there is no schedule', { ...daily, schedule: undefined }, '2026-11-22T15:00:00Z', undefined]
  ])('%s', (_, show, now, due) => {
    expect(missedRun(show, since, at(now))?.toISOString()).toBe(due)
  })

  test('is none of the time before the show had the schedule', () => {
    expect(missedRun(daily, at('2026-11-22T10:00:00Z'), at('2026-11-22T15:00:00Z'))).toBeNull()
  })

  test.each([
    ['on time', '2026-11-22T06:00:00Z', '2026-11-22T06:00:01Z', '2026-11-22T06:00:00.000Z'],
    ['by a clock that is behind', '2026-11-22T06:00:00Z', '2026-11-22T05:59:59Z', '2026-11-22T06:00:00.000Z'],
    ['after three days asleep', '2026-11-19T06:00:00Z', '2026-11-22T15:00:00Z', '2026-11-22T06:00:00.000Z']
  ])('a job of a schedule that is taken %s makes the run that is due', (_, due, now, run) => {
    expect(runToMake(daily, at(due), at(now))?.toISOString()).toBe(run)
  })

  test('a weekly job that is taken two days later makes none', () => {
    const weekly = { ...daily, schedule: '0 6 * * 1' }
    expect(runToMake(weekly, at('2026-11-16T06:00:00Z'), at('2026-11-18T06:00:00Z'))).toBeNull()
  })

  test('is late after ten minutes, and one job whoever finds it', () => {
    const due = at('2026-11-22T06:00:00Z')
    expect([isLate(due, at('2026-11-22T06:10:00Z')), isLate(due, at('2026-11-22T06:10:01Z'))]).toEqual([
      false,
      true
    ])
    expect(dueOrder('morning', due).id).toBe(`morning-order-${due.getTime()}`)
  })
})

describe('release_at', () => {
  const withShow = (lines: string) =>
    parseConfig(
      `shows:\n  morning:\n    title: Morning\n    description: News.\n    feeds: [https://example.org/f.xml]\n${lines}`,
      'duologue.yaml'
    )

  test('is a time of day that becomes part of the show', () => {
    const { shows } = withShow('    schedule: 0 5 * * *\n    release_at: 06:00\n')
    const { morning } = shows
    if (morning === undefined) throw new Error('no show')
    expect(resolveShow('morning', morning, '/x/duologue.yaml')).toMatchObject({ releaseAt: '06:00' })
  })

  test.each([
    ['    schedule: 0 5 * * *\n    release_at: 24:00\n', /release_at: use a time of day such as "06:00"/],
    ['    release_at: 06:00\n', /release_at: it holds back what a schedule makes; give a schedule too/]
  ])('%j is refused', (lines, message) => {
    expect(() => withShow(lines)).toThrow(message)
  })

  test.each([
    ['2026-11-22', '06:00', 'Europe/London', '2026-11-22T06:00:00.000Z'],
    ['2026-07-01', '06:00', 'Europe/London', '2026-07-01T05:00:00.000Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z']
  ])('on %s at %s in %s is %s', (day, releaseAt, timeZone, moment) => {
    expect(releaseTime({ releaseAt, timeZone }, day)?.toISOString()).toBe(moment)
  })

  test('where a show has none, nothing waits', () => {
    expect(releaseTime({ timeZone: 'UTC' }, '2026-11-22')).toBeNull()
  })
})
