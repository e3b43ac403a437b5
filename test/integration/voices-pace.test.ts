import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import { createPaceBook } from '../../src/adapters/paces/create-pace-book.ts'
import { voiceSchema } from '../../src/domain/voice.ts'
import { measurePace } from '../../src/stages/render/measure-pace.ts'

const PACE = { wordsPerMinute: 171.4, syllablesPerSecond: 4.93 }
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the pace book', () => {
  let dir: string
  let file: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'paces-'))
    file = join(dir, 'models', 'paces.json')
  })
  afterEach(() => rm(dir, { recursive: true }))

  test('finds what it kept, also when it is opened again, and makes its folder', async () => {
    await createPaceBook(file).keep('kokoro-1', 'af_heart:60+af_bella:40', PACE)
    const book = createPaceBook(file)
    expect(await book.find('kokoro-1', 'af_heart:60+af_bella:40')).toEqual(PACE)
    expect(await book.find('kokoro-1', 'af_heart')).toBeNull()
    expect(await book.find('kokoro-2', 'af_heart:60+af_bella:40')).toBeNull()
    expect(await readdir(join(dir, 'models'))).toEqual(['paces.json'])
  })

  test('what is kept twice is kept once, the newer', async () => {
    const book = createPaceBook(file)
    await book.keep('m', 'v', PACE)
    await book.keep('m', 'v', { ...PACE, wordsPerMinute: 150 })
    expect((await book.find('m', 'v'))?.wordsPerMinute).toBe(150)
    expect((JSON.parse(await readFile(file, 'utf8')) as { paces: unknown[] }).paces).toHaveLength(1)
  })

  test.each([
    ['empty', ''],
    ['cut off', '{"format":1,"paces":[{"speech"'],
    ['of another format', '{"format":99,"paces":[]}'],
    ['full of nonsense', '{"format":1,"paces":[{"speech":"m","voice":"v","wordsPerMinute":-5}]}']
  ])('a file that is %s is as good as none, and is made right by the next', async (_what, text) => {
    const book = createPaceBook(join(dir, 'paces.json'))
    await writeFile(join(dir, 'paces.json'), text)
    expect(await book.find('m', 'v')).toBeNull()
    await book.keep('m', 'v', PACE)
    expect(await book.find('m', 'v')).toEqual(PACE)
  })

  test('the entries of many who keep at once are all there', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `v${i}`)
    await Promise.all(names.map(name => createPaceBook(file).keep('m', name, PACE)))
    const found = await Promise.all(names.map(name => createPaceBook(file).find('m', name)))
    expect(found).toEqual(names.map(() => PACE))
  })

  test('the entries of two processes are all there', async () => {
    const module = new URL('../../src/adapters/paces/create-pace-book.ts', import.meta.url).href
    const script = (who: string) => `
      const { createPaceBook } = await import('${module}')
      const book = createPaceBook(${JSON.stringify(file)})
      for (let i = 0; i < 15; i++) await book.keep('${who}', 'v' + i, ${JSON.stringify(PACE)})`
    await Promise.all(
      ['one', 'two'].map(who =>
        promisify(execFile)(
          process.execPath,
          ['--import', 'tsx', '--input-type=module', '--eval', script(who)],
          { cwd: ROOT, timeout: 50_000 }
        )
      )
    )
    const { paces } = JSON.parse(await readFile(file, 'utf8')) as { paces: unknown[] }
    expect(paces).toHaveLength(30)
  })

  test('a lock that a dead process left is taken over', async () => {
    const book = createPaceBook(join(dir, 'paces.json'))
    await writeFile(join(dir, 'paces.json.lock'), '')
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(join(dir, 'paces.json.lock'), longAgo, longAgo)
    await book.keep('m', 'v', PACE)
    expect(await readdir(dir)).toEqual(['paces.json'])
  })

  test('of too many, the oldest go', async () => {
    const old = Array.from({ length: 320 }, (_, i) => ({ speech: 'm', voice: `v${i}`, ...PACE, keptAt: i }))
    await writeFile(join(dir, 'paces.json'), JSON.stringify({ format: 1, paces: old }))
    const book = createPaceBook(join(dir, 'paces.json'))
    await book.keep('m', 'new', PACE)
    expect(await book.find('m', 'new')).toEqual(PACE)
    expect(await book.find('m', 'v319')).toEqual(PACE)
    expect(await book.find('m', 'v20')).toBeNull()
  })
})

describe('a pace measured on the short text', () => {
  const flite = createFliteSpeech({ workers: 2 })
  afterAll(() => flite.release())

  test.each(flite.voices)(
    'of %s is what its card tells of a thousand words, to three parts in two hundred',
    async id => {
      const card = voiceSchema.parse(JSON.parse(await readFile(join(ROOT, 'voices', `${id}.json`), 'utf8')))
      const pace = await measurePace(flite, id)
      const far = (measured: number, known = Number.NaN) => Math.abs(measured / known - 1)
      expect(far(pace.wordsPerMinute, card.pace?.wordsPerMinute)).toBeLessThan(0.015)
      expect(far(pace.syllablesPerSecond, card.pace?.syllablesPerSecond)).toBeLessThan(0.015)
    }
  )
})
