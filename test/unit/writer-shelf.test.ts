import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWriterShelf } from '../../src/compose-writer.ts'
import { DEMO_CONFIG, loadSettings, packageRoot } from '../../src/config/load-settings.ts'
import type { ModelStore } from '../../src/domain/model-store.ts'
import type { WriterWish } from '../../src/domain/writer.ts'

const empty = { cards: [], find: () => Promise.resolve(null) } as unknown as ModelStore
const shelfAt = (root: string) =>
  createWriterShelf({ ...loadSettings({ config: DEMO_CONFIG }), packageRoot: root }, empty, () => {})
const SERVER = 'http://127.0.0.1:9/v1#m'

let broken = ''
beforeAll(() => {
  broken = mkdtempSync(join(tmpdir(), 'duologue-shelf-'))
  cpSync(join(packageRoot, 'prompts'), join(broken, 'prompts'), { recursive: true })
  writeFileSync(join(broken, 'prompts/frame.md'), 'version: 1\n---\nYou write.\n---\nGreet {{everybody}}.')
})
afterAll(() => rmSync(broken, { recursive: true, force: true }))

describe('what is wrong with writers is told before they write', () => {
  test.each<[string, WriterWish, RegExp[]]>([
    ['the built-in writer', 'builtin', []],
    ['a server that is down', SERVER, []],
    ['a file that is not there', 'gguf:/no/such.gguf', [/\/no\/such\.gguf/]],
    ['a model that is not known', 'nonesuch', [/nonesuch/]],
    [
      'a budget in dollars without a price',
      { models: [{ model: SERVER, dollars: 2 }] },
      [/^http:\/\/127\.0\.0\.1:9\/v1#m has a budget of \$2 and no price: give price: \{prompt, answer\}/]
    ],
    [
      'a budget in dollars with one',
      { models: [{ model: SERVER, dollars: 2, price: { prompt: 1, answer: 2 } }] },
      []
    ],
    [
      'several',
      { models: [{ model: 'gguf:/no/a.gguf' }, { model: 'gguf:/no/b.gguf' }] },
      [/a\.gguf/, /b\.gguf/]
    ]
  ])('%s', async (_what, wish, faults) => {
    const found = await shelfAt(packageRoot).faults(wish)
    expect(found).toHaveLength(faults.length)
    faults.forEach((fault, at) => expect(found[at]).toMatch(fault))
  })

  test('a prompt that was changed so that it cannot be filled', async () => {
    const fault = /prompts\/frame\.md asks for \{\{everybody\}\}.*may use \{\{show\}\}/
    expect(await shelfAt(broken).faults(SERVER)).toEqual([expect.stringMatching(fault)])
    expect(await shelfAt(broken).faults('builtin')).toEqual([])
    await expect(shelfAt(broken).load(SERVER)).rejects.toMatchObject({
      name: 'StageError',
      retryable: false,
      message: expect.stringMatching(fault)
    })
  })
})

test('a writer is called by names without folders', async () => {
  const writer = await shelfAt(packageRoot).load({
    models: [{ model: 'gguf:/home/ada/a.gguf' }, { model: SERVER }]
  })
  expect(writer.name).toBe(`a, ${SERVER}`)
})
