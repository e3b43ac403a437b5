import { afterEach, expect, test, vi } from 'vitest'
import { nearestIds } from '../../src/adapters/models/nearest-ids.ts'
import { createModelStore } from '../../src/adapters/models/create-model-store.ts'
import { modelsList, modelsPull } from '../../src/cli/commands/models.ts'
import { createPullView, describeProgress, speedOf } from '../../src/cli/pull-view.ts'
import { modelCardSchema } from '../../src/domain/model-card.ts'
import type { ListedModel, ModelStore, PullOptions } from '../../src/domain/model-store.ts'

const card = (id: string, checksum: { sha256: string } | { md5: string }) =>
  modelCardSchema.parse({
    id,
    kind: 'speech',
    title: id,
    what: 'Speaks.',
    licence: 'Apache-2.0',
    licenceUrl: 'https://example.org/licence',
    repository: 'owner/name',
    revision: 'b'.repeat(40),
    folder: 'kokoro',
    files: [{ path: 'model.onnx', source: 'model.onnx', bytes: 325_532_232, ...checksum }]
  })

const CARDS = [
  card('kokoro', { sha256: 'a'.repeat(64) }),
  card('kokoro:q8', { sha256: 'a'.repeat(64) }),
  card('piper:en_US-x-high', { md5: 'a'.repeat(32) })
]

type State = Pick<ListedModel, 'state' | 'outdated'>

function storeIn(states: State[], pull?: (id: string, options: PullOptions) => Promise<void>): ModelStore {
  const real = createModelStore({ dir: '/nowhere', cards: CARDS })
  return {
    ...real,
    list: async () =>
      CARDS.map((card, at) => ({
        card,
        bytes: 325_532_232,
        folder: '/m/kokoro',
        ...(states[at] ?? { state: 'not', outdated: false })
      })),
    pull: async (id, options = {}) => {
      await pull?.(id, options)
      const files = [{ name: 'model.onnx', path: '/m/kokoro/model.onnx', bytes: 10, sha256: 'a' }]
      return { id, folder: '/m/kokoro', revision: 'r', files, fetchedBytes: 10, keptFiles: 0 }
    }
  }
}

function listen() {
  const out: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  return () => out.join('')
}

afterEach(() => void vi.restoreAllMocks())

const not: State = { state: 'not', outdated: false }

test('the list is a table that names each model, its size, state and licence, and what to do next', async () => {
  const said = listen()
  const states: State[] = [not, { state: 'installed', outdated: true }, not]
  expect(await modelsList(storeIn(states), {})).toBe(0)
  expect(said()).toBe(
    [
      'kokoro                          326 MB  -          Apache-2.0',
      '    Speaks.',
      'kokoro:q8                       326 MB  older one  Apache-2.0',
      '    Speaks.',
      'piper:en_US-x-high              326 MB  -          Apache-2.0',
      '    Speaks. Checked by MD5 alone, the weaker check.',
      '',
      'What is installed is used, the best first; --speech chooses.',
      ''
    ].join('\n')
  )
})

test.each<[string, State[], string]>([
  [
    'nothing is installed',
    [],
    'Nothing is installed. duologue models pull kokoro fetches 326 MB; episodes are spoken with it from then on.'
  ],
  [
    'a pull was not finished',
    [not, { state: 'partly', outdated: false }],
    'duologue models pull kokoro:q8 goes on where it ended.'
  ]
])('the last line says what to do next where %s', async (_title, states, line) => {
  const said = listen()
  await modelsList(storeIn(states), {})
  expect(said().trimEnd().split('\n').at(-1)).toBe(line)
})

test('--json lists the same as one object', async () => {
  const said = listen()
  await modelsList(storeIn([]), { json: true })
  expect(JSON.parse(said()).models[2]).toEqual({
    id: 'piper:en_US-x-high',
    kind: 'speech',
    title: 'piper:en_US-x-high',
    what: 'Speaks.',
    bytes: 325_532_232,
    licence: 'Apache-2.0',
    licenceUrl: 'https://example.org/licence',
    state: 'not',
    outdated: false,
    check: 'md5',
    folder: '/m/kokoro'
  })
})

test('an unknown id is wrong usage before anything is fetched, with the nearest one first', async () => {
  listen()
  const pulled: string[] = []
  const store = storeIn([], async id => void pulled.push(id))
  await expect(modelsPull(store, ['kokoro', 'kokoro-q8'], {})).rejects.toMatchObject({
    name: 'UsageError',
    message:
      'there is no model "kokoro-q8"; there are, the nearest first: kokoro:q8, kokoro, piper:en_US-x-high'
  })
  expect(pulled).toEqual([])
})

test('several models are pulled one after the other, each once, and --json prints one object at the end', async () => {
  const said = listen()
  const pulled: string[] = []
  const store = storeIn([], async (id, { from, verify }) => void pulled.push(`${id} ${from} ${verify}`))
  const options = { from: '/stick', verify: true, json: true }
  expect(await modelsPull(store, ['kokoro', 'kokoro:q8', 'kokoro'], options)).toBe(0)
  expect(pulled).toEqual(['kokoro /stick true', 'kokoro:q8 /stick true'])
  expect(JSON.parse(said()).models).toEqual(
    ['kokoro', 'kokoro:q8'].map(id => ({
      id,
      folder: '/m/kokoro',
      revision: 'r',
      bytes: 10,
      fetchedBytes: 10,
      keptFiles: 0,
      files: 1
    }))
  )
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops a pull in good order', async signal => {
  listen()
  const before = process.listenerCount(signal)
  const store = storeIn([], async (_id, { signal: stop }) => {
    process.emit(signal)
    stop?.throwIfAborted()
  })
  await expect(modelsPull(store, ['kokoro'], {})).rejects.toThrow(
    'Stopped. What was fetched is kept: the same command goes on from there.'
  )
  expect(process.listenerCount(signal)).toBe(before)
})

test.each([
  ['kokoro-fp16', 'kokoro:fp16'],
  ['Kokoro', 'kokoro'],
  ['en_US-ljspeech-high', 'piper:en_US-ljspeech-high'],
  ['piper:en-GB-cori', 'piper:en_GB-cori-high']
])('"%s" is nearest to %s', (asked, nearest) => {
  const ids = ['kokoro', 'kokoro:fp16', 'kokoro:q8', 'piper:en_US-ljspeech-high', 'piper:en_GB-cori-high']
  expect(nearestIds(asked, ids)[0]).toBe(nearest)
})

const progress = (doneBytes: number) => ({ id: 'kokoro', file: 'model.onnx', doneBytes, totalBytes: 100e6 })

test.each([
  ['before the speed is known', 0, null, 'kokoro 0 % of 100 MB'],
  ['while nothing comes', 25e6, 0, 'kokoro 25 % of 100 MB'],
  ['in seconds', 50e6, 5e6, 'kokoro 50 % of 100 MB, 5.0 MB/s, 10 s left'],
  ['in minutes', 50e6, 250e3, 'kokoro 50 % of 100 MB, 0.3 MB/s, 4 min left'],
  ['in hours', 10e6, 10e3, 'kokoro 10 % of 100 MB, 0.0 MB/s, 2.5 h left'],
  ['short of the end', 99_999_999, 5e6, 'kokoro 99 % of 100 MB, 5.0 MB/s, 1 s left']
])('progress is told %s', (_title, done, speed, line) => {
  expect(describeProgress(progress(done), speed)).toBe(line)
})

test('the speed is that of the samples, once they span half a second', () => {
  expect(speedOf([])).toBeNull()
  expect(
    speedOf([
      { at: 0, bytes: 0 },
      { at: 400, bytes: 9 }
    ])
  ).toBeNull()
  expect(
    speedOf([
      { at: 1000, bytes: 100 },
      { at: 3000, bytes: 500 }
    ])
  ).toBe(200)
})

test.each([
  ['without a terminal there is a line every five seconds', false, 3, /^kokoro 0 % of 100 MB\n$/],
  [
    'on a terminal one line changes five times a second, and goes at the end',
    true,
    51,
    /^\r\x1b\[2K░{24} kokoro 0 %/
  ]
])('%s', (_title, isTTY, writes, first) => {
  const written: string[] = []
  let at = 0
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 }
  const view = createPullView(stream, () => at)
  for (; at <= 10_000; at += 100) view.update(progress(at * 1000))
  view.end()
  expect(written[0]).toMatch(first)
  expect(written.filter(text => text.includes('kokoro'))).toHaveLength(writes)
  expect(written.at(-1)).toBe(isTTY ? '\r\x1b[2K' : written.at(-1))
})
