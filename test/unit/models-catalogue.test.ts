import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadModelCards, parseCatalogue } from '../../src/adapters/models/load-model-cards.ts'
import { placesOf } from '../../src/adapters/models/model-places.ts'
import { isWeaklyChecked, modelBytes } from '../../src/domain/model-card.ts'
import { packageRoot } from '../../src/config/load-settings.ts'

const cards = await loadModelCards(join(packageRoot, 'models'))
const cardOf = (id: string) => {
  const card = cards.find(card => card.id === id)
  if (card === undefined) throw new Error(`no card ${id}`)
  return card
}

test('the catalogue begins with the model to pull first', () => {
  expect(cards[0]?.id).toBe('kokoro')
})

// Facts: the file of the pinned revision, and 54 voices of 510 × 256 float32.
test.each([
  ['kokoro', 'model.onnx', 325_532_232],
  ['kokoro:fp16', 'model_fp16.onnx', 163_234_740],
  ['kokoro:q8', 'model_quantized.onnx', 92_361_116],
  ['kokoro:q8f16', 'model_q8f16.onnx', 86_033_585]
])('%s is %s with the 54 voices beside it', (id, path, bytes) => {
  const card = cardOf(id)
  expect(card.files[0]).toMatchObject({ path, source: `onnx/${path}`, bytes })
  expect(card.files.slice(1).map(({ source }) => source)).toHaveLength(54)
  expect(
    card.files
      .slice(1)
      .every(({ path, bytes }) => /^voices\/[a-z]{2}_[a-z]+\.bin$/.test(path) && bytes === 510 * 256 * 4)
  ).toBe(true)
  expect(modelBytes(card)).toBe(bytes + 54 * 522_240)
  expect(card.folder).toBe('kokoro')
})

test.each(cards.filter(({ id }) => id.startsWith('piper:')).map(({ id }) => id))(
  '%s is a voice and its configuration side by side, in the folder of all Piper voices',
  id => {
    const voice = id.slice('piper:'.length)
    const [language = '', name = '', quality = ''] = voice.split('-')
    const place = `en/${language}/${name}/${quality}`
    expect(cardOf(id).files.map(({ path, source }) => [path, source])).toEqual([
      [`${voice}.onnx`, `${place}/${voice}.onnx`],
      [`${voice}.onnx.json`, `${place}/${voice}.onnx.json`]
    ])
    expect(cardOf(id).folder).toBe('piper')
    expect(cardOf(id).licenceUrl).toContain(`${place}/MODEL_CARD`)
  }
)

test('every file of the catalogue is known by its SHA-256', () => {
  expect(cards.filter(isWeaklyChecked).map(({ id }) => id)).toEqual([])
})

test('no two models put different files in one place', () => {
  const places = new Map<string, string>()
  for (const card of cards)
    for (const file of card.files) {
      const { installed } = placesOf('/m', card, file)
      expect(places.get(installed) ?? file.sha256).toBe(file.sha256)
      places.set(installed, file.sha256 ?? '')
    }
})

const SHA = 'a'.repeat(64)
const entry = (change: Record<string, unknown> = {}) => ({
  id: 'one',
  kind: 'script',
  title: 'One',
  what: 'One.',
  licence: 'CC0',
  licenceUrl: 'https://example.org/',
  repository: 'owner/name',
  revision: 'b'.repeat(40),
  folder: 'one',
  // A GGUF of many gigabytes is a model like the others.
  files: [{ path: 'one.gguf', bytes: 22_134_528_992, sha256: SHA }],
  ...change
})
const parse = (...models: unknown[]) => parseCatalogue(JSON.stringify({ models }), 'catalogue.yaml')

test('a file is taken from the path that it gets, unless its source is named', () => {
  expect(parse(entry())[0]?.files).toEqual([
    { path: 'one.gguf', source: 'one.gguf', bytes: 22_134_528_992, sha256: SHA }
  ])
})

const file = { path: 'one.gguf', bytes: 1, sha256: SHA }
test.each<[string, Record<string, unknown>[], RegExp]>([
  ['a path that leads out of the folder', [{ files: [{ ...file, path: '../one' }] }], /files\.0\.path/],
  ['an absolute path', [{ files: [{ ...file, path: '/etc/one' }] }], /files\.0\.path/],
  ['a path with a part that leads up', [{ files: [{ ...file, path: 'a/../../b' }] }], /files\.0\.path/],
  ['a path in the way of another system', [{ files: [{ ...file, path: 'a\\b' }] }], /files\.0\.path/],
  [
    'a source that leads out of the repository',
    [{ files: [{ ...file, source: '../x' }] }],
    /files\.0\.source/
  ],
  ['a folder that leads out of the store', [{ folder: '..' }], /folder/],
  ['a file without a checksum', [{ files: [{ path: 'a', bytes: 1 }] }], /needs its sha256/],
  ['a branch instead of a commit', [{ revision: 'main' }], /revision/],
  ['a model that is there twice', [{}, {}], /one: is there twice/],
  ['shared files that are not there', [{ shared: ['voices'] }], /no shared files "voices"/],
  [
    'two files in one place',
    [{}, { id: 'two', files: [{ ...file, sha256: 'c'.repeat(64) }] }],
    /two: one\/one\.gguf is another file in another model/
  ]
])('%s is refused', (_title, changes, says) => {
  expect(() => parse(...changes.map(entry))).toThrow(says)
})
