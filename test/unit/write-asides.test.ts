import { describe, expect, test } from 'vitest'
import type { FormatName } from '../../src/domain/format-needs.ts'
import { splitSentences } from '../../src/domain/sentences.ts'
import { countWords } from '../../src/domain/text.ts'
import { askedThings } from '../../src/stages/write/builtin/arrange/asked-thing.ts'
import { cueKindsOf } from '../../src/stages/write/builtin/arrange/cue-kinds.ts'
import type { CuedTurn } from '../../src/stages/write/builtin/arrange/cue-story.ts'
import { createPhraseBook } from '../../src/stages/write/builtin/arrange/phrase-book.ts'
import { reactionOf } from '../../src/stages/write/builtin/arrange/reaction-of.ts'
import { createRota } from '../../src/stages/write/builtin/arrange/rota.ts'
import { ours, textOf } from '../../src/stages/write/builtin/arrange/script-part.ts'
import { setTurns } from '../../src/stages/write/builtin/arrange/set-turns.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { subjectPhrase } from '../../src/stages/write/builtin/language/subject-phrase.ts'
import { candidatesOf } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'
import { expectGoodScript } from '../fixtures/write/script-properties.ts'

const DAY = '2025-08-29'
const isName = (word: string): boolean => ['Alstom', 'Calder', 'Con'].includes(word)

describe('the subject of a sentence', () => {
  test.each([
    ['The church is about 40 metres wide.', 'the church', 'is about 40 metres wide.'],
    ['The NextGen Acela reaches a top speed.', 'the NextGen Acela', 'reaches a top speed.'],
    ['Maria Lindqvist, the city engineer, said no.', 'Maria Lindqvist', 'said no.']
  ])('%s', (sentence, thing, rest) => {
    expect(subjectPhrase(sentence)).toEqual({ thing, rest })
  })

  test.each(['In May the church was moved.', 'It is a church.', 'Bells ring in the town.'])(
    'is not to be had of %s',
    sentence => {
      expect(subjectPhrase(sentence)).toBeNull()
    }
  )
})

describe('what a host may ask, so that the next sentence answers it', () => {
  const HEARD =
    'A church and a bridge have moved with Acela trains. Ann Lee spoke about the trains and MAI-1-preview.'
  test.each([
    ['The church weighs 672 tonnes.', 'weight', 'the church'],
    ['The church is about 40 metres wide and old.', 'size', 'the church'],
    ['The Acela reaches a top speed of 160 miles per hour.', 'speed', 'the Acela'],
    ['The bridge is used for cars only.', 'use', 'the bridge'],
    ['MAI-1-preview is a mixture-of-experts model, which is new.', 'what', 'MAI-1-preview'],
    ['Ann Lee is a retired minister, who lives there.', 'who', 'Ann Lee'],
    ['Ann Lee said that the work is done.', 'says', 'Ann Lee'],
    ['The French company Alstom built the trains at its factory.', 'maker', 'the trains'],
    ['Con Edison officials said that the pipes are old.', 'voices', 'Con Edison officials'],
    ['Farmers say that the water is too low.', 'voices', 'farmers']
  ])('%s', (next, kind, thing) => {
    const asked = askedThings(next, HEARD, 'It was a long day.', isName)
    expect(asked.map(each => [each.kind, each.slots.thing])).toContainEqual([kind, thing])
  })

  test.each([
    ['of what nobody has heard', 'The tunnel weighs 672 tonnes.', ''],
    ['of a thing that only touches on it', 'MAI-1-preview is a rival of other models.', ''],
    [
      'who made it, where that was just said',
      'The company Alstom built the trains.',
      'The company Alstom is old.'
    ],
    ['of somebody without a name', 'She said that the work is done.', '']
  ])('nothing %s', (_why, next, last) => {
    expect(askedThings(next, HEARD, last, isName)).toEqual([])
  })
})

describe('what a sentence could be announced as', () => {
  const kindsOf = (text: string, last = '', title = 'Church moves'): string[] => {
    const item = makeItem('x', { title, text })
    return candidatesOf(item, namesOf([item]), DAY).flatMap(candidate => cueKindsOf(candidate, last))
  }
  test.each([
    ['warning', 'The ministry warned that the dam could break within days.', ''],
    ['danger', 'The comet poses no threat to the Earth and stays far away.', ''],
    ['open', 'The findings still await review by other scientists in the field.', ''],
    [
      'why',
      'The church had to leave its site because a mine weakened the ground.',
      'The church moves on Monday.'
    ],
    [
      'compare',
      'Its revenue grew by 56 percent from the same quarter a year earlier.',
      'The revenue reached $46 million.'
    ]
  ])('%s: %s', (kind, text, last) => {
    expect(kindsOf(text, last, 'The church moves to a new site')).toContain(kind)
  })

  test.each([
    ['a noun is no warning', 'warning', 'The list leaves a travel warning for the south of the country.', ''],
    [
      'a reason for something else',
      'why',
      'The council had to close a road because of the snow.',
      'Otters swim.'
    ],
    [
      'no figure before it',
      'compare',
      'Revenue grew by 56 percent from the same quarter a year earlier.',
      ''
    ],
    [
      'another figure of the same name',
      'compare',
      'Net income at Nvidia rose to $26.4 billion, more than a year earlier.',
      'The data center business of Nvidia brought in 41.1 billion dollars.'
    ],
    [
      'no trend',
      'compare',
      'Pipes of more than a century hold up in the old town.',
      'The city has 1,600 miles of pipes.'
    ],
    ['a condition is no plan', 'ahead', 'If the jar is dry it will keep for a year or two.', '']
  ])('%s', (_why, kind, text, last) => {
    expect(kindsOf(text, last)).not.toContain(kind)
  })
})

test.each([
  ['Profits grew to 41 million dollars.', '41 million dollars.'],
  ['The share fell by 0.8% on the day.', null],
  ['About 100 miles are swapped in a year.', null],
  ['It removed 100 percent of the salt.', null],
  ['The ferry is no longer in use.', 'Not any more.'],
  ['The ferry will no longer run from May.', null]
])('the remark on "%s" is %j', (sentence, remark) => {
  expect(reactionOf(sentence, sentence, createPhraseBook('seed'))).toBe(remark)
})

describe('the turns of a story', () => {
  const line = (text: string) => ours(text, [])
  const plain = (text: string): CuedTurn => ({ remark: null, question: null, lines: [line(text)] })
  const cued = [
    { ...plain('Answer.'), question: line('Question?') },
    plain('More.'),
    { ...plain('Last.'), remark: line('Remark.') }
  ]
  const set = (hosts: string[], hasAsides: boolean, mustAlternate = false): string[] =>
    setTurns([line('Lead.')], cued, {
      rota: createRota(hosts),
      leader: hosts[0] ?? '',
      mustAlternate,
      hasAsides
    }).map(part => `${part.host}: ${textOf(part)}`)

  test.each([
    [
      'asides on their own',
      ['A', 'B'],
      true,
      false,
      ['A: Lead.', 'B: Question?', 'A: Answer.', 'B: More.', 'A: Remark.', 'B: Last.']
    ],
    [
      'one aside less, where the same host would lead again',
      ['A', 'B'],
      true,
      true,
      ['A: Lead.', 'B: Question?', 'A: Answer.', 'B: More.', 'A: Remark. Last.']
    ],
    [
      'three hosts in turn',
      ['A', 'B', 'C'],
      true,
      false,
      ['A: Lead.', 'B: Question?', 'C: Answer.', 'A: More.', 'B: Remark.', 'C: Last.']
    ],
    [
      'no asides',
      ['A', 'B'],
      false,
      false,
      ['A: Lead. Question?', 'B: Answer.', 'A: More.', 'B: Remark. Last.']
    ]
  ])('%s', (_what, hosts, hasAsides, mustAlternate, turns) => {
    expect(set(hosts, hasAsides, mustAlternate)).toEqual(turns)
  })
})

const HOSTS = ['Sarah', 'Ray', 'Nora'].map((name, at) => ({ name, voice: 'abc'.charAt(at) }))
const PACES = { ...wordsPerMinute, Nora: 165 }
const assignment = (format: FormatName, hosts: number, date: string): Assignment => ({
  show: { ...show, format, hosts: HOSTS.slice(0, hosts), minutes: 2 },
  rundown: makeRundown(sampleStories(), date),
  wordsPerMinute: PACES
})
const dates = Array.from({ length: 10 }, (_day, at) => `2025-11-${String(at + 11)}`)
const casts = [
  ['brief', 2],
  ['conversation', 2],
  ['conversation', 3],
  ['narration', 1]
] as const

describe.each(casts)('a %s of %i', (format, hosts) => {
  test.each(dates)('passes every check, and is good, on %s', async date => {
    const given = assignment(format, hosts, date)
    const script = await writeScript(given, createBuiltinWriter())
    const context = { rundown: given.rundown, show: given.show, date, prompts: [], earlierEpisodes: [] }
    expect([...checkScript(script, context)]).toEqual([])
    if (hosts > 1) expectGoodScript(script, given)
  })

  test.each(dates)('has no turn after "And …" that begins with "And", on %s', async date => {
    const { turns } = await writeScript(assignment(format, hosts, date), createBuiltinWriter())
    const own = turns.filter(({ kind }) => kind === 'detail')
    expect(
      own.filter(
        ({ text }, at) => /^And /.test(text) && /^And (?!what|and|how|who)/.test(own[at - 1]?.text ?? '')
      )
    ).toEqual([])
  })
})

describe('a conversation is another thing than a brief', () => {
  const talk = async (format: FormatName) => {
    const scripts = await Promise.all(
      dates.map(date => writeScript(assignment(format, 2, date), createBuiltinWriter()))
    )
    const told = scripts.flatMap(script =>
      script.turns.filter(({ kind }) => kind === 'lead' || kind === 'detail')
    )
    return {
      told,
      stories: scripts.reduce((sum, { segments }) => sum + segments.length - 2, 0),
      asides: told.filter(({ text }) => countWords(text) <= 9)
    }
  }

  test('it has turns that only ask or remark, more turns to a story, and fewer stories', async () => {
    const [brief, conversation] = await Promise.all([talk('brief'), talk('conversation')])
    expect(brief.asides).toEqual([])
    expect(conversation.asides.length).toBeGreaterThanOrEqual(dates.length)
    expect(conversation.told.length / conversation.stories).toBeGreaterThan(
      (1.2 * brief.told.length) / brief.stories
    )
    expect(conversation.stories).toBeLessThanOrEqual(brief.stories)
  })

  test.each(dates)('every question is answered by another host in the next turn, on %s', async date => {
    const { turns } = await writeScript(assignment('conversation', 2, date), createBuiltinWriter())
    for (const [at, { text, host, segment }] of turns.entries()) {
      if (!/\?$/.test(splitSentences(text).at(-1) ?? '')) continue
      const next = turns[at + 1]
      expect(next?.host, text).not.toBe(host)
      expect(countWords(next?.text ?? ''), text).toBeGreaterThan(6)
      if (next?.segment !== segment) expect(text).toMatch(/(?:Sarah|Ray), what about/)
    }
  })
})
