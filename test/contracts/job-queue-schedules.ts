import { describe, expect, test } from 'vitest'
import { freshId, type QueueKit } from './queue-kit.ts'

export function testSchedules(kit: QueueKit): void {
  describe('schedules', () => {
    const daily = { stage: 'fetch', name: 'order', data: { show: 'daily' } } as const
    const clock = (timeZone: string, date: Date) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        weekday: 'short'
      }).format(date)

    test.each([
      ['0 6 * * *', 'UTC', /, 06:00$/],
      ['30 5 * * *', 'Asia/Tokyo', /, 05:30$/],
      ['15 7 * * 1', 'America/St_Johns', /^Mon,? 07:15$/],
      ['*/20 * * * *', 'Asia/Kathmandu', /:(00|20|40)$/]
    ])('%s in %s is next due at that time there', async (cron, timeZone, local) => {
      const id = freshId('cron')
      await kit.queue.schedule({ ...daily, id, cron, timeZone })
      const found = (await kit.queue.schedules('fetch')).find(one => one.id === id)
      expect(found).toMatchObject({ id, cron, timeZone })
      const next = found?.next
      if (next === undefined || next === null) throw new Error('no next time')
      expect(clock(timeZone, next).replace(/^(\w+) /, '$1, ')).toMatch(
        cron.endsWith('1') ? /^Mon, 07:15$/ : local
      )
      const ahead = next.getTime() - Date.now()
      expect(ahead).toBeGreaterThan(-1000)
      expect(ahead).toBeLessThanOrEqual((cron.endsWith('1') ? 8 : 1) * 25 * 3_600_000)
      const nextJob = await kit.queue.find('fetch', `repeat:${id}:${next.getTime()}`)
      expect(nextJob).toMatchObject({ state: 'delayed', name: 'order', data: { show: 'daily' } })
      await kit.queue.unschedule('fetch', id)
      expect((await kit.queue.schedules('fetch')).map(one => one.id)).not.toContain(id)
      expect((await kit.queue.counts('fetch')).delayed).toBe(0)
    })

    test('a schedule is changed by asking for it anew, and has one next job', async () => {
      const id = freshId('change')
      await kit.queue.schedule({ ...daily, id, cron: '0 6 * * *', timeZone: 'UTC' })
      await kit.queue.schedule({ ...daily, id, cron: '0 6 * * *', timeZone: 'UTC' })
      await kit.queue.schedule({
        ...daily,
        id,
        cron: '0 7 * * *',
        timeZone: 'Europe/Berlin',
        data: { show: 'weekly' }
      })
      const own = (await kit.queue.schedules('fetch')).filter(one => one.id === id)
      expect(own).toHaveLength(1)
      const next = own[0]?.next
      expect(next === null || next === undefined ? '' : clock('Europe/Berlin', next)).toMatch(/07:00$/)
      expect((await kit.queue.counts('fetch')).delayed).toBe(1)
      expect((await kit.queue.find('fetch', `repeat:${id}:${next?.getTime()}`))?.data).toEqual({
        show: 'weekly'
      })
      await kit.queue.unschedule('fetch', id)
    })

    test.each([
      ['0 6 * *', 'UTC', 'write five fields'],
      ['0 0 6 * * *', 'UTC', 'write five fields'],
      ['@daily', 'UTC', 'write five fields'],
      ['0 25 * * *', 'UTC', 'cron pattern "0 25 * * *"'],
      ['x y z a b', 'UTC', 'cron pattern "x y z a b"'],
      ['0 6 * * *', 'Mars/Olympus', 'no known time zone "Mars/Olympus"'],
      ['0 6 * * *', '', 'no known time zone ""']
    ])('%j in %j is refused', async (cron, timeZone, message) => {
      await expect(kit.queue.schedule({ ...daily, id: 'bad', cron, timeZone })).rejects.toThrow(message)
      expect((await kit.queue.schedules('fetch')).map(one => one.id)).not.toContain('bad')
    })
  })
}
