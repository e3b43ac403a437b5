import { describe, expect, test } from 'vitest'
import type { FormatName } from '../../src/domain/format-needs.ts'
import type { Turn } from '../../src/domain/script.ts'
import type { Show } from '../../src/domain/show.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import type { Assignment, ScriptDraft, Writer } from '../../src/stages/write/ports.ts'
import { findUnspeakable } from '../../src/stages/write/unspeakable.ts'
import { validateScript } from '../../src/stages/write/validate-script.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, makeStory, show, wordsPerMinute } from '../fixtures/write/make-story.ts'

const rundown = makeRundown([makeStory([makeItem('a')]), makeStory([makeItem('b')])])
const assignment = { show, rundown, wordsPerMinute }

const turn = (id: string, host: string, segment: string, text: string, items: string[]): Turn => ({
  id,
  host,
  kind: 'detail',
  segment,
  text,
  items
})

const draft = (change: (good: ScriptDraft) => void = () => {}): ScriptDraft => {
  const good: ScriptDraft = {
    title: 'Friday',
    language: 'en',
    writer: 'test',
    segments: [
      { id: 'opening', kind: 'opening', title: 'Welcome', story: null },
      { id: 'story-1', kind: 'story', title: 'A bridge', story: 'story-of-a' },
      { id: 'close', kind: 'close', title: 'Goodbye', story: null }
    ],
    turns: [
      turn('t01', 'Sarah', 'opening', 'Hello and welcome.', ['a']),
      turn('t02', 'Ray', 'story-1', 'The bridge is open.', ['a']),
      turn('t03', 'Sarah', 'story-1', 'The ferry is sold.', ['a']),
      turn('t04', 'Ray', 'close', 'Goodbye.', [])
    ]
  }
  change(good)
  return good
}

const second = (change: Partial<Turn>) => (good: ScriptDraft) => {
  good.turns[1] = { ...(good.turns[1] as Turn), ...change }
}

test('a good script passes', () => {
  expect(() => validateScript(draft(), assignment)).not.toThrow()
})

test.each<[string, (good: ScriptDraft) => void, RegExp]>([
  [
    'a host who is not of the show',
    second({ host: 'Bob' }),
    /turn t02 \(Bob\): "Bob" is no host.*Sarah and Ray/
  ],
  ['an empty turn', second({ text: ' … ' }), /turn t02 \(Ray\): it is empty/],
  ['a turn over 120 words', second({ text: `${'word '.repeat(121)}.` }), /t02.*121 words; at most 120/],
  ['an address', second({ text: 'More at https://example.org now.' }), /t02.*a web address/],
  ['a speaker label', second({ text: 'Sarah: The bridge is open.' }), /t02.*speaker label, "Sarah:"/],
  ['no item in a story', second({ items: [] }), /t02.*names no item of its story/],
  [
    'an item of another story',
    second({ items: ['b'] }),
    /t02.*item "b", which is not of the story "Story a"/
  ],
  [
    'an unknown item',
    good => void (good.turns[0] as Turn).items.push('z'),
    /t01.*item "z", which is not in the rundown/
  ],
  [
    'a sentence said twice',
    second({ text: 'Hello — and WELCOME!' }),
    /turn t02 says again what turn t01 said/
  ],
  [
    'an unknown segment',
    second({ segment: 'story-9' }),
    /turn t02 belongs to segment "story-9", which does not exist/
  ],
  ['a segment without turns', good => void good.turns.pop(), /segment "close" \(Goodbye\) has no turn/],
  ['turns out of order', good => void good.turns.reverse(), /comes after a turn of a later segment/],
  ['an id used twice', second({ id: 't01' }), /the id "t01" is used twice/],
  [
    'a story that is not in the rundown',
    good => void Object.assign(good.segments[1] ?? {}, { story: 'x' }),
    /names story "x"/
  ],
  [
    'markup in a chapter title',
    good => void Object.assign(good.segments[1] ?? {}, { title: '<b>Bridge</b>' }),
    /title of segment "story-1".*HTML/
  ],
  ['only one host', good => good.turns.forEach(each => (each.host = 'Sarah')), /the host "Ray" says nothing/],
  ['no turns', good => void good.turns.splice(0), /has no turns/]
])('a script with %s is refused', (_what, change, message) => {
  expect(() => validateScript(draft(change), assignment)).toThrow(message)
})

test.each([
  ['Line one.\nLine two.', 'a control character or a line break'],
  ['See www.example.org for it.', 'a web address'],
  ['Write to ann@example.org today.', 'a web address'],
  ['The <i>bridge</i> is open.', 'HTML or a tag'],
  ['<think>The user wants news.', 'HTML or a tag'],
  ['Fish &amp; chips.', 'HTML or a tag'],
  ['The **bridge** is open.', 'markdown'],
  ['# The bridge', 'markdown'],
  ['- The bridge is open.', 'markdown'],
  ['The [bridge](x) is open.', 'markdown'],
  ['Read more about it.', '"read more"'],
  ['The bridge is open 🎉.', 'an emoji'],
  ['[laughs] The bridge is open.', 'a stage direction'],
  ['(laughs) The bridge is open.', 'a stage direction'],
  ['*sighs* The bridge is open.', 'markdown'],
  ['{"text": "The bridge"}', 'braces or code'],
  ['Host A: The bridge is open.', 'a speaker label'],
  ['The #bridge is open.', 'a hashtag or handle'],
  ['The bridge\u202e is open.', 'an invisible character']
])('cannot be spoken: %j', (text, fault) => {
  expect(findUnspeakable(text)).toBe(fault)
})

test.each([
  'The S&P 500 gained 0.3% to end at 6,501.86 points (a record).',
  'Sales rose 5% to $3.2 billion; AT&T and L’Or did not comment.',
  'She called it “a gift”, and the ferry is sold.',
  'The score was 3-1, and it is 20°C in Oslo™.'
])('can be spoken: %s', text => {
  expect(findUnspeakable(text)).toBeNull()
})

describe('what a format needs', () => {
  const of = (format: FormatName, hosts: string[], more: Partial<Show> = {}) => ({
    ...assignment,
    show: { ...show, format, hosts: hosts.map(name => ({ name })), ...more }
  })
  const text = { feeds: [], text: 'A text.' }
  const twice = (good: ScriptDraft): void => {
    good.turns.forEach(turn => (turn.host = 'Sarah'))
    second({ text: 'Hello and welcome.', host: 'Sarah' })(good)
  }

  test.each<[string, Assignment, (good: ScriptDraft) => void]>([
    ['one host', of('narration', ['Sarah']), good => good.turns.forEach(turn => (turn.host = 'Sarah'))],
    ['three hosts', of('brief', ['Sarah', 'Ray', 'Ada']), good => ((good.turns[2] as Turn).host = 'Ada')],
    ['a text that says a thing twice', of('narration', ['Sarah'], text), twice],
    [
      'a meditation that says a thing twice',
      of('meditation', ['Sarah'], { feeds: [], topic: 'Rain' }),
      twice
    ],
    ['a text that gives a host nothing to say', of('story', ['Sarah', 'Ray', 'Ada'], text), () => {}],
    ['a text with "read more" in it', of('story', ['Sarah', 'Ray'], text), second({ text: 'I read more.' })]
  ])('is heard: %s', (_what, given, change) => {
    expect(() => validateScript(draft(change), given)).not.toThrow()
  })

  test.each<[string, Assignment, (good: ScriptDraft) => void, RegExp]>([
    [
      'a third host who says nothing',
      of('brief', ['Sarah', 'Ray', 'Ada']),
      () => {},
      /the host "Ada" says nothing.*every host/
    ],
    [
      'a story that says a thing twice',
      of('story', ['Sarah'], { feeds: [], topic: 'Rain' }),
      twice,
      /says again/
    ],
    [
      'an emoji in a text',
      of('story', ['Sarah', 'Ray'], text),
      second({ text: 'I read more 🎉.' }),
      /an emoji/
    ],
    ['no item in a text', of('story', ['Sarah', 'Ray'], text), second({ items: [] }), /names no item/]
  ])('is refused: %s', (_what, given, change, message) => {
    expect(() => validateScript(draft(change), given)).toThrow(message)
  })
})

describe('writeScript', () => {
  const writer = (script: ScriptDraft): Writer => ({ name: 'test', write: () => Promise.resolve(script) })

  test('returns what the writer wrote', async () => {
    const script = draft()
    expect(await writeScript(assignment, writer(script))).toBe(script)
  })

  test('refuses a bad script with an error that another try cannot mend', async () => {
    const error = await writeScript(assignment, writer(draft(second({ host: 'Bob' })))).catch(
      (thrown: unknown) => thrown
    )
    expect(error).toBeInstanceOf(StageError)
    expect(error).toMatchObject({ stage: 'write', retryable: false })
  })

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(writeScript(assignment, writer(draft()), { signal })).rejects.toThrow('stopped')
  })
})
