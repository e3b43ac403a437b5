import { describe, expect, test } from 'vitest'
import type { FormatName } from '../../src/domain/format-needs.ts'
import { createRota } from '../../src/stages/write/builtin/arrange/rota.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import type { ScriptDraft } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeRundown, show } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'
import { secondsOf } from '../fixtures/write/script-properties.ts'

const NAMES = ['Sarah', 'Ray', 'Ada', 'Tom']
const pace = { Sarah: 170, Ray: 160, Ada: 165, Tom: 155 }
const days = Array.from({ length: 12 }, (_day, at) => `2025-09-${String(at + 1).padStart(2, '0')}`)

function write(count: number, date: string, format: FormatName = 'brief'): Promise<ScriptDraft> {
  const hosts = NAMES.slice(0, count).map(name => ({ name }))
  const given = { ...show, hosts, format }
  return writeScript(
    { show: given, rundown: makeRundown(sampleStories(), date), wordsPerMinute: pace },
    createBuiltinWriter()
  )
}

const saidIn = (script: ScriptDraft): string => script.turns.map(({ text }) => text).join('\n')

test.each([
  [['A'], 'A', 1, 'A'],
  [['A', 'B'], 'A', 1, 'B'],
  [['A', 'B'], 'B', 1, 'A'],
  [['A', 'B', 'C'], 'C', 1, 'A'],
  [['A', 'B', 'C'], 'B', 2, 'A'],
  [['A', 'B', 'C', 'D'], 'D', 6, 'B']
])('of %j, after %s by %i comes %s', (hosts, host, turns, next) => {
  expect(createRota(hosts).after(host, turns)).toBe(next)
})

describe.each(['brief', 'narration'] as const)('a %s of one host', format => {
  test.each(days)('talks to nobody but the listener on %s', async date => {
    const script = await write(1, date, format)
    const said = saidIn(script)
    expect(new Set(script.turns.map(({ host }) => host))).toEqual(new Set(['Sarah']))
    expect(said).not.toMatch(/\?/)
    expect(said).not.toMatch(/with me (?:is|are)|here with|our voices|from us\b|\{|, and from|Ray/)
    expect(script.turns[0]?.text).toMatch(/Sarah.*AI.*synthetic|Sarah.*synthetic.*AI/)
    expect(script.turns.at(-1)?.text).toMatch(/Sarah/)
    expect(said.match(/Sarah/g)).toHaveLength(2)
  })
})

describe.each([3, 4])('a brief of %i hosts', count => {
  const company = NAMES.slice(1, count)

  test.each(days)('has them speak in turn, all introduced and all taking leave, on %s', async date => {
    const script = await write(count, date)
    const hosts = script.turns.map(({ host }) => host)
    hosts
      .slice(1)
      .forEach((host, at) => expect(host).toBe(createRota(NAMES.slice(0, count)).after(hosts[at] ?? '')))
    for (const name of company) expect(script.turns[0]?.text).toContain(name)
    const last = script.turns.at(-1)
    expect(last?.text).toMatch(/goodbye/i)
    for (const name of NAMES.slice(0, count).filter(name => name !== last?.host))
      expect(last?.text).toContain(name)
    expect(saidIn(script)).not.toMatch(/me is \w+ and|me is \w+,|\{/)
  })
})

test.each([2, 3, 4])('a conversation of %i hosts tells fewer stories in more turns', async count => {
  for (const date of days) {
    const talk = await write(count, date, 'conversation')
    const brief = await write(count, date)
    const storiesIn = (script: ScriptDraft) => script.segments.filter(({ kind }) => kind === 'story').length
    expect(storiesIn(talk)).toBeLessThanOrEqual(storiesIn(brief))
    expect(talk.turns.length / storiesIn(talk)).toBeGreaterThanOrEqual(brief.turns.length / storiesIn(brief))
  }
})

test.each([1, 2, 3, 4])(
  'an episode of %i hosts is as long as its material allows, like one of two',
  async count => {
    for (const date of days.slice(0, 4)) {
      const seconds = secondsOf(await write(count, date), pace)
      expect(Math.abs(seconds / secondsOf(await write(2, date), pace) - 1)).toBeLessThan(0.15)
    }
  }
)
