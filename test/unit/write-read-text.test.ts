import { describe, expect, test } from 'vitest'
import { loadSettings, packageRoot } from '../../src/config/load-settings.ts'
import { countWords } from '../../src/domain/text.ts'
import { planTextRundown } from '../../src/stages/fetch/plan-text-rundown.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import type { ReadFormat } from '../../src/stages/write/builtin/read-text/reading.ts'
import type { ScriptDraft } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { show } from '../fixtures/write/make-story.ts'

const DAY = '2026-11-22'

function read(
  text: string,
  format: ReadFormat = 'narration',
  hosts = ['Nora'],
  date = DAY
): Promise<ScriptDraft> {
  const given = {
    ...show,
    title: 'Evening Tales',
    format,
    feeds: [],
    text,
    hosts: hosts.map(name => ({ name }))
  }
  const rundown = { inputHash: 'x', ...planTextRundown({ show: given, episode: date, date }) }
  return writeScript({ show: given, rundown, wordsPerMinute: {} }, createBuiltinWriter())
}

/** What is read, without what is said around it. */
const linesOf = ({ turns }: ScriptDraft): string[] =>
  turns.filter(({ segment }) => segment.startsWith('part-')).map(({ host, text }) => `${host}: ${text}`)

describe('a text', () => {
  test('is read as it stands, paragraph by paragraph', async () => {
    const script = await read('The tide was out.\nNobody saw it go.\n\nA dog did.')
    expect(linesOf(script)).toEqual(['Nora: The tide was out. Nobody saw it go.', 'Nora: A dog did.'])
    expect(script.segments.map(({ kind }) => kind)).toEqual(['opening', 'story', 'close'])
    expect(script.turns.every(({ items }) => items.length === 1)).toBe(true)
    expect(script.turns.every(({ style, pauseMs }) => style === undefined && pauseMs === undefined)).toBe(
      true
    )
  })

  test('has a chapter for each heading, and its first heading is its name', async () => {
    const script = await read(
      '# The Tide\n\nIt came.\n\n## One\n\nIt went.\n\n## Two\n\n## Three\n\nIt stayed.'
    )
    expect(script.title).toBe('The Tide')
    expect(script.segments.map(({ title }) => title)).toEqual([
      'Welcome',
      'The Tide',
      'One',
      'Two: Three',
      'Goodbye'
    ])
    expect(linesOf(script)).toEqual([
      'Nora: It came.',
      'Nora: One.',
      'Nora: It went.',
      'Nora: Two: Three.',
      'Nora: It stayed.'
    ])
    expect(script.turns.find(({ text }) => text === 'One.')?.pauseMs).toBe(900)
  })

  test('may say a thing twice, and "read more"', async () => {
    const script = await read('I want to read more.\n\nThe sea, the sea.\n\nThe sea, the sea.')
    expect(linesOf(script)).toHaveLength(3)
  })

  test('is cut where sentences end, into turns of at most 110 words and about equal length', async () => {
    const sentence = 'The old road goes up to the lake and comes down on the other side of the hill.'
    const script = await read(Array.from({ length: 12 }, () => sentence).join(' '))
    const lengths = linesOf(script).map(line => countWords(line) - 1)
    expect(lengths).toEqual([108, 108])
    const long = await read(`${'one two three, '.repeat(60)}four.`)
    expect(Math.max(...linesOf(long).map(line => countWords(line) - 1))).toBeLessThanOrEqual(110)
    expect(
      linesOf(long)
        .join(' ')
        .replace(/Nora: /g, '')
    ).toBe(`${'one two three, '.repeat(60)}four.`)
  })

  test.each([
    ['# A\n\n# B\n', /nothing that can be read aloud/],
    ['```\ncode\n```', /nothing that can be read aloud/],
    ['Host B: I am here.', /turn t02 \(Nora\): it holds a speaker label/],
    ['Go.\n\n'.repeat(10_000), /makes 10002 turns, and an episode has at most 9999; divide it/]
  ])('that cannot be read is refused: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })

  test('in another language needs another writer', async () => {
    const given = {
      ...show,
      format: 'narration' as const,
      language: 'de',
      feeds: [],
      text: 'Ein Haus.',
      hosts: [{ name: 'Nora' }]
    }
    const rundown = { inputHash: 'x', ...planTextRundown({ show: given, episode: DAY, date: DAY }) }
    await expect(createBuiltinWriter().write({ show: given, rundown, wordsPerMinute: {} })).rejects.toThrow(
      /English only/
    )
  })
})

describe.each([
  ['story', ['Nora', 'Ray', 'Ada']],
  ['story', ['Nora']],
  ['narration', ['Nora']],
  ['meditation', ['Nora']]
] as const)('a %s read by %j', (format, hosts) => {
  test.each(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'])(
    'says first that AI speaks, on %s',
    async date => {
      const text = '# The Tide\n\n“It is late,” said Ada.\n\n“It is,” said Ray.'
      const [welcome] = (await read(text, format, [...hosts], date)).turns
      expect(welcome).toMatchObject({ host: 'Nora', kind: 'welcome' })
      expect(welcome?.text).toMatch(/\bAI\b/)
      expect(welcome?.text).toContain('Evening Tales')
      for (const name of hosts) expect(welcome?.text).toContain(name)
      expect(welcome?.text).not.toMatch(/\{|undefined/)
    }
  )
})

test('a host whom a text gives nothing to say is not introduced', async () => {
  const script = await read('The tide was out.', 'story', ['Nora', 'Ray'])
  expect(script.turns[0]?.text).not.toContain('Ray')
})

describe('a meditation', () => {
  test('is soft, in short turns with silence after each, longer where the text asks for it', async () => {
    const text =
      'Breathe in. Breathe out.\n\n[pause 20 seconds]\n\nRest. (pause)\n\nOne.\n\n[silence for 2 minutes]\n\nTwo.'
    const { turns } = await read(text, 'meditation')
    expect(turns.every(({ style }) => style === 'softvoice')).toBe(true)
    expect(turns.slice(1, -1).map(({ text, pauseMs }) => [text, pauseMs])).toEqual([
      ['Breathe in. Breathe out.', 20_000],
      ['Rest.', 8000],
      ['One.', 60_000],
      ['Two.', 4000]
    ])
  })

  test('does not say its headings', async () => {
    const script = await read('## Arriving\n\nRest.\n\n## Leaving\n\nWake.', 'meditation')
    expect(linesOf(script)).toEqual(['Nora: Rest.', 'Nora: Wake.'])
    expect(script.segments.map(({ title }) => title)).toContain('Leaving')
  })
})

describe('a story', () => {
  test('gives what its people say to the host of their name, and else to the next host', async () => {
    const text = [
      '“You are late,” said the ferryman.',
      'Ada Marl ran. “I am barefoot,” said Ada, “so you see.”',
      '“Tickets?” the old ferryman asked.',
      'The sign said nothing.',
      '“Mine,” said Ben.'
    ].join('\n\n')
    expect(linesOf(await read(text, 'story', ['Nora', 'Ray', 'Ada']))).toEqual([
      'Ray: You are late.',
      'Nora: said the ferryman.',
      'Nora: Ada Marl ran.',
      'Ada: I am barefoot,',
      'Nora: said Ada,',
      'Ada: so you see.',
      'Ray: Tickets?',
      'Nora: the old ferryman asked.',
      'Nora: The sign said nothing.',
      'Nora: “Mine,” said Ben.'
    ])
  })

  test('with lines that begin with a host’s name is read by these hosts', async () => {
    expect(linesOf(await read('Ray: Hello.\nNora: You?\n**Ray:** Me.', 'story', ['Nora', 'Ray']))).toEqual([
      'Ray: Hello.',
      'Nora: You?',
      'Ray: Me.'
    ])
  })

  test('read by one host keeps its quotation marks', async () => {
    expect(linesOf(await read('“Go,” said Ada.', 'story', ['Nora']))).toEqual(['Nora: “Go,” said Ada.'])
  })

  test('leaves no long silence between what is said and who says it', async () => {
    const { turns } = await read('“Go,” said Ada.\n\nShe went.', 'story', ['Nora', 'Ray'])
    expect(turns.slice(1, 4).map(({ pauseMs }) => pauseMs)).toEqual([150, undefined, undefined])
  })
})

test('the texts of the samples are read by all their hosts', async () => {
  for (const each of loadSettings({ config: `${packageRoot}samples/texts.yaml` }).shows) {
    const rundown = { inputHash: 'x', ...planTextRundown({ show: each, episode: DAY, date: DAY }) }
    const script = await writeScript({ show: each, rundown, wordsPerMinute: {} }, createBuiltinWriter())
    expect(new Set(script.turns.map(({ host }) => host)).size).toBe(each.hosts.length)
    expect(script.turns.length).toBeGreaterThan(10)
  }
})
