import { describe, expect, test } from 'vitest'
import { FORMAT_NEEDS, sourceOf } from '../../src/domain/format-needs.ts'
import { FORMATS } from '../../src/domain/show.ts'
import { STYLES } from '../../src/domain/style.ts'
import { countWords } from '../../src/domain/text.ts'
import { faultOfBuiltin, formatNamed, formatWithoutModel } from '../../src/stages/write/formats/formats.ts'
import { findUnspeakable } from '../../src/stages/write/unspeakable.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { makeRundown, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'

describe.each(FORMATS)('the format %s', name => {
  const format = formatNamed(name)

  test('is the one of that name, with what the domain says that it needs', () => {
    expect(format.name).toBe(name)
    expect({ hosts: format.hosts, sources: format.sources }).toEqual(FORMAT_NEEDS[name])
    expect(format.what).toMatch(/^[A-Z].*\.$/)
  })

  test('has rules that a small model can follow: one short sentence each, none twice', () => {
    expect(format.rules.length).toBeGreaterThanOrEqual(5)
    expect(new Set(format.rules).size).toBe(format.rules.length)
    for (const rule of format.rules) {
      expect(rule).toMatch(/^[A-Z].*\.$/)
      expect(countWords(rule), rule).toBeLessThanOrEqual(20)
    }
  })

  test('has a sample that could be heard, by hosts that it may have, in turns of its length and its styles', () => {
    const { most } = format.hosts
    expect(format.sample.length).toBeGreaterThanOrEqual(2)
    for (const { host, text, style } of format.sample) {
      expect(host).toBeLessThan(most)
      expect(findUnspeakable(text)).toBeNull()
      expect(countWords(text), text).toBeGreaterThanOrEqual(format.turnWords.least)
      expect(countWords(text), text).toBeLessThanOrEqual(format.turnWords.most)
      if (style !== undefined) expect(format.styles).toContain(style)
    }
  })

  test('asks for no more than it can have', () => {
    expect(format.roles.length).toBeGreaterThanOrEqual(Math.min(2, format.hosts.most))
    expect(format.builtin.filter(source => !format.sources.includes(source))).toEqual([])
    expect(format.styles.filter(style => !STYLES.includes(style))).toEqual([])
    expect(format.turnWords.most).toBeLessThanOrEqual(110)
  })
})

const feeds = show.feeds
const sources = {
  feeds: { feeds },
  text: { feeds: [], text: 'A text.' },
  topic: { feeds: [], topic: 'Rain.' }
}

test.each(Object.entries(sources))('a show of %s is known by it', (kind, source) => {
  expect(sourceOf(source)).toBe(kind)
})

describe('what the built-in writer cannot write', () => {
  test.each([
    ['brief', 'feeds', null, 'brief'],
    ['conversation', 'feeds', null, 'conversation'],
    ['narration', 'text', null, 'narration'],
    ['story', 'text', null, 'story'],
    ['debate', 'feeds', /cannot make a debate from feeds.*only sets sentences/, 'conversation'],
    ['interview', 'feeds', /cannot make an interview from feeds/, 'conversation'],
    ['story', 'topic', /cannot make a story from a topic.*invents nothing/, null],
    ['meditation', 'topic', /cannot make a meditation from a topic/, null]
  ] as const)('%s from %s', (format, source, message, instead) => {
    const told = { format, ...sources[source] }
    const fault = faultOfBuiltin(told)
    if (message === null) expect(fault).toBeNull()
    else {
      expect(fault).toMatch(message)
      expect(fault).toMatch(/needs a language model.*duologue models pull granite.*address of a server/)
    }
    expect(formatWithoutModel(told)).toBe(instead)
  })

  test('is refused before anything is written', async () => {
    const given = {
      show: { ...show, format: 'debate' as const },
      rundown: makeRundown(sampleStories()),
      wordsPerMinute
    }
    await expect(createBuiltinWriter().write(given)).rejects.toThrow(/debate from feeds.*models pull granite/)
  })
})
