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
    writeFile(join(dir, name), edit(await readFile(join(dir, name), 'utf8')))
  const faults = async (): Promise<readonly string[]> => {
    const error: unknown = await loadVoices(dir).then(
      () => null,
      (reason: unknown) => reason
    )
    if (!(error instanceof VoiceFileError)) throw new Error(`expected a VoiceFileError, got ${String(error)}`)
    expect(error.message).toContain(error.faults[0])
    return error.faults
  }

  test('reads the four voices and the lexicon', async () => {
    const { voices, lexicon } = await loadVoices(dir)
    expect(voices.map(({ id, gender, accent }) => [id, gender, accent])).toEqual([
      ['awb', 'male', 'Scottish English'],
      ['kal16', 'male', 'US English'],
      ['rms', 'male', 'US English'],
      ['slt', 'female', 'US English']
    ])
    expect(lexicon).toMatchObject({ Kyiv: 'Keeve', 'wi-fi': 'why fye' })
  })

  test('an empty lexicon is none', async () => {
    await writeFile(join(dir, 'lexicon.yaml'), '# nothing yet\n')
    expect((await loadVoices(dir)).lexicon).toEqual({})
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
    [
      'a number as spelling',
      'lexicon.yaml',
      () => 'five: 5\n',
      /lexicon\.yaml: five: write the spelling as text/
    ],
    ['phonetic letters', 'lexicon.yaml', () => 'Kyiv: kɪjiu\n', /lexicon\.yaml: Kyiv: spell how it is said/],
    ['a word without letters', 'lexicon.yaml', () => '"&": and\n', /lexicon\.yaml: &: /],
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
