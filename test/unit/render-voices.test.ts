import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadVoices } from '../../src/adapters/voices/load-voices.ts'
import { VoiceFileError } from '../../src/adapters/voices/voice-file-error.ts'

const OURS = fileURLToPath(new URL('../../voices', import.meta.url))

describe('loadVoices', () => {
  let dir: string

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'voices-'))
    await cp(OURS, dir, { recursive: true })
  })
  afterEach(() => rm(dir, { recursive: true }))

  const change = async (name: string, edit: (text: string) => string) =>
    writeFile(join(dir, name), edit(await readFile(join(dir, name), 'utf8').catch(() => '')))
  const faults = async (): Promise<readonly string[]> => {
    const error: unknown = await loadVoices(dir).then(
      () => null,
      (reason: unknown) => reason
    )
    if (!(error instanceof VoiceFileError)) throw new Error(`expected a VoiceFileError, got ${String(error)}`)
    expect(error.message).toContain(error.faults[0])
    return error.faults
  }

  test('reads the voices, the lexicons and the pairs', async () => {
    const { voices, lexicons, pairs } = await loadVoices(dir)
    expect(
      voices.filter(({ model }) => model === 'flite').map(({ id, gender, accent }) => [id, gender, accent])
    ).toEqual([
      ['awb', 'male', 'Scottish English'],
      ['kal16', 'male', 'US English'],
      ['rms', 'male', 'US English'],
      ['slt', 'female', 'US English']
    ])
    expect(lexicons.common).toMatchObject({ Kyiv: '/kˈiːɪv/' })
    expect(lexicons.byFamily.flite).toMatchObject({ Kyiv: 'Keeve', 'wi-fi': 'why fye' })
    expect(pairs.flite[0]).toEqual(['slt', 'rms'])
    expect(pairs.azure).toEqual([])
  })

  test('an empty lexicon is none', async () => {
    await writeFile(join(dir, 'lexicon.yaml'), '# nothing yet\n')
    expect((await loadVoices(dir)).lexicons.common).toEqual({})
  })

  test('a kind of model may have no lexicon of its own, and the voices no pairs', async () => {
    await rm(join(dir, 'lexicon.flite.yaml'))
    await rm(join(dir, 'pairs.yaml'))
    const { lexicons, pairs } = await loadVoices(dir)
    expect(lexicons.byFamily).toEqual({})
    expect(pairs).toEqual({ flite: [], kokoro: [], piper: [], openai: [], azure: [] })
  })

  test('pairs of a kind that has no cards are taken as they are', async () => {
    await writeFile(join(dir, 'pairs.yaml'), 'openai:\n  - [alloy, onyx]\n')
    expect((await loadVoices(dir)).pairs.openai).toEqual([['alloy', 'onyx']])
  })

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a wrong value',
      'slt.json',
      t => t.replace('"female"', '"soprano"'),
      /slt\.json: gender: .*"female"\|"male"/
    ],
    ['a missing field', 'slt.json', t => t.replace(/ {2}"licence".*\n/, ''), /slt\.json: licence: /],
    ['an unknown field', 'slt.json', t => t.replace('{', '{ "colour": 1,'), /slt\.json: .*"colour"/],
    [
      'a pace of nothing',
      'rms.json',
      t => t.replace(/"wordsPerMinute": \d+/, '"wordsPerMinute": 0'),
      /rms\.json: pace\.wordsPerMinute: /
    ],
    ['another id', 'rms.json', t => t.replace('"rms"', '"rmx"'), /rms\.json: id: is "rmx".*rmx\.json/],
    ['half a file', 'awb.json', t => t.slice(0, 50), /awb\.json: .*JSON/],
    ['a list of words', 'lexicon.yaml', () => '- Kyiv\n', /lexicon\.yaml: lexicon\.yaml: .*record/],
    ['a number as spelling', 'lexicon.yaml', () => 'five: 5\n', /lexicon\.yaml: five: write it as text/],
    ['phonetic letters', 'lexicon.yaml', () => 'Kyiv: kɪjiu\n', /lexicon\.yaml: Kyiv: spell how it is said/],
    ['a word without letters', 'lexicon.yaml', () => '"&": and\n', /lexicon\.yaml: &: /],
    ['half a pair of slashes', 'lexicon.flite.yaml', () => 'Kyiv: /kɪv\n', /lexicon\.flite\.yaml: Kyiv: /],
    [
      'a lexicon of no kind',
      'lexicon.flit.yaml',
      () => 'Kyiv: Keeve\n',
      /lexicon\.flit\.yaml: is for "flit"; the kinds .*flite/
    ],
    [
      'a voice without a card',
      'pairs.yaml',
      () => 'flite:\n  - [slt, rmx]\n',
      /pairs\.yaml: flite\.0: "rmx" has no card; .*rms/
    ],
    [
      'a pair of one',
      'pairs.yaml',
      () => 'flite:\n  - [slt, slt]\n',
      /pairs\.yaml: flite\.0: "slt" is paired with itself/
    ],
    ['three in a pair', 'pairs.yaml', () => 'flite:\n  - [slt, rms, awb]\n', /pairs\.yaml: flite\.0: /],
    ['pairs of no kind', 'pairs.yaml', () => 'flit: []\n', /pairs\.yaml: .*flit/],
    ['a word given twice', 'lexicon.yaml', () => 'Kyiv: Keeve\nKyiv: Keev\n', /lexicon\.yaml: .*unique/]
  ])('%s is a fault with its file and field', async (_title, name, edit, message) => {
    await change(name, edit)
    const found = await faults()
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
  })

  test('the faults of all files are told at once', async () => {
    await change('slt.json', t => t.replace('"female"', '"soprano"'))
    await change('rms.json', t => t.replace('"low"', '"deep"'))
    await rm(join(dir, 'lexicon.yaml'))
    expect(await faults()).toHaveLength(3)
  })

  test('a folder without cards is a fault', async () => {
    const empty = await mkdtemp(join(dir, 'empty-'))
    await expect(loadVoices(empty)).rejects.toThrow(/has no voice card/)
  })

  test('a folder that does not exist is told', async () => {
    await expect(loadVoices(join(dir, 'nowhere'))).rejects.toThrow(/nowhere/)
  })
})
