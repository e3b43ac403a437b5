import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadSettings, packageRoot } from '../../src/config/load-settings.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { resolveShow } from '../../src/config/resolve-show.ts'
import type { Show } from '../../src/domain/show.ts'

const FEEDS = 'feeds: [https://example.org/feed.xml]'
const configOf = (...lines: string[]): string =>
  `shows:\n  one:\n    title: One\n    description: What happened.\n${lines.map(line => `    ${line}\n`).join('')}`
const hostsOf = (...names: string[]): string =>
  `hosts: [${names.map(name => `{ name: ${name} }`).join(', ')}]`
const parsed = (...lines: string[]) => parseConfig(configOf(...lines), 'duologue.yaml').shows.one

describe('a show', () => {
  test.each([
    ['no format', [FEEDS], ['Sarah', 'Ray']],
    ['a story', ['format: story', 'topic: a fox'], ['Sarah', 'Ray']],
    ['a narration', ['format: narration', FEEDS], ['Sarah']],
    ['a meditation', ['format: meditation', 'text: ./a.md'], ['Sarah']],
    ['hosts of its own', [FEEDS, hostsOf('A', 'B', 'C', 'D')], ['A', 'B', 'C', 'D']],
    ['one host', [FEEDS, hostsOf('A')], ['A']]
  ])('with %s has these hosts', (_what, lines, names) => {
    expect(parsed(...lines)?.hosts.map(({ name }) => name)).toEqual(names)
  })

  test('may say how its hosts are', () => {
    const show = parsed(FEEDS, 'hosts: [{ name: A, character: dry and exact }, { name: B }]')
    expect(show?.hosts).toEqual([{ name: 'A', character: 'dry and exact' }, { name: 'B' }])
  })

  test.each([
    ['nothing to tell', [], /^shows\.one: there is nothing to make an episode of; give feeds, or instead/],
    ['feeds and a text', [FEEDS, 'text: ./a.md'], /^shows\.one: has feeds and text; .*keep one/],
    ['a text and a topic', ['text: ./a.md', 'topic: x'], /^shows\.one: has text and topic/],
    [
      'a brief of a text',
      ['text: ./a.md'],
      /^shows\.one\.format: the format brief is made of feeds, not of a text; .*narration, story or meditation/
    ],
    [
      'a story of feeds',
      ['format: story', FEEDS],
      /^shows\.one\.format: the format story is made of a text or a topic, not of feeds/
    ],
    [
      'a debate of one host',
      ['format: debate', FEEDS, hostsOf('A')],
      /^shows\.one\.hosts: the format debate is for 2 to 4 hosts, and there is 1; .*brief or narration/
    ],
    [
      'a narration of two',
      ['format: narration', 'text: ./a.md', hostsOf('A', 'B')],
      /^shows\.one\.hosts: the format narration is for 1 host, and there are 2; .*use format: story/
    ],
    [
      'an interview of three',
      ['format: interview', FEEDS, hostsOf('A', 'B', 'C')],
      /is for 2 hosts, and there are 3/
    ],
    ['five hosts', [FEEDS, hostsOf('A', 'B', 'C', 'D', 'E')], /^shows\.one\.hosts: give 1 to 4 hosts/],
    ['no hosts', [FEEDS, 'hosts: []'], /^shows\.one\.hosts: give 1 to 4 hosts/],
    ['two hosts of nearly one name', [FEEDS, hostsOf('Ann', 'ann')], /the hosts need different names/],
    [
      'a text elsewhere',
      ['format: story', 'text: ../a.md'],
      /^shows\.one\.text: give a path below this file/
    ],
    ['a text of another kind', ['format: story', 'text: ./a.pdf'], /^shows\.one\.text: .*\.txt or \.md/],
    [
      'a topic without words',
      ['format: story', 'topic: "?!"'],
      /^shows\.one\.topic: say in a sentence or two/
    ],
    ['a topic that is too long', ['format: story', `topic: ${'a '.repeat(251)}b`], /at most 500 characters/],
    [
      'a character on two lines',
      [FEEDS, 'hosts: [{ name: A, character: "dry\\nexact" }]'],
      /^shows\.one\.hosts\[0\]\.character: say in plain words, on one line/
    ]
  ])('with %s is refused', (_what, lines, message) => {
    const faults = () => parsed(...lines)
    expect(faults).toThrow(ConfigError)
    try {
      faults()
    } catch (error) {
      const said = (error as ConfigError).faults.map(fault => `${fault.path}: ${fault.message}`)
      expect(said).toEqual([expect.stringMatching(message)])
    }
  })

  test('is told what is wrong with its format beside its other faults', () => {
    expect(() => parsed('format: debate', FEEDS, hostsOf('A'), 'minutes: 0')).toThrow(
      /use 1 to 60 minutes[^]*for 2 to 4 hosts/
    )
  })
})

describe('the text of a show', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duologue-text-'))
    writeFileSync(join(folder, 'good.md'), '\ufeff# Haus\n\nÜber dem See.\n')
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('Über dem See.', 'latin1'))
    writeFileSync(join(folder, 'blank.txt'), ' \n—\n')
    writeFileSync(join(folder, 'large.txt'), 'word '.repeat(40_001))
    writeFileSync(join(folder, 'full.txt'), 'word '.repeat(40_000))
    mkdirSync(join(folder, 'folder.md'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const resolved = (path: string): Show => {
    const show = parsed('format: story', `text: ${path}`)
    if (show === undefined) throw new Error('the configuration has the show')
    return resolveShow('one', show, join(folder, 'duologue.yaml'))
  }

  test('is in the settings, as it is in its file', () => {
    const show = resolved('./good.md')
    expect(show.text).toBe('# Haus\n\nÜber dem See.\n')
    expect(show.feeds).toEqual([])
    expect(resolved('./full.txt').text).toHaveLength(200_000)
  })

  test.each([
    ['./gone.md', /shows\.one\.text: there is no file .*gone\.md; name a \.txt or \.md file/],
    ['./folder.md', /folder\.md is a folder/],
    ['./latin.txt', /latin\.txt is not in UTF-8; save it as UTF-8/],
    ['./blank.txt', /blank\.txt has no words/],
    ['./large.txt', /large\.txt has 200005 bytes; use a text of at most 200 KB/]
  ])('that cannot be used is a fault: %s', (path, message) => {
    expect(() => resolved(path)).toThrow(ConfigError)
    expect(() => resolved(path)).toThrow(message)
  })

  test('of the samples is there', () => {
    const shows = loadSettings({ config: `${packageRoot}samples/texts.yaml` }).shows
    expect(shows.map(({ format, text }) => [format, (text ?? '').length > 500])).toEqual([
      ['story', true],
      ['meditation', true]
    ])
  })
})
