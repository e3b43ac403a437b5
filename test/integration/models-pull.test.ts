import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createModelStore, type ModelStoreOptions } from '../../src/adapters/models/create-model-store.ts'
import type { ModelCard } from '../../src/domain/model-card.ts'
import { modelCardSchema } from '../../src/domain/model-card.ts'
import {
  answer,
  cutAfter,
  cutIgnoringRange,
  ignoreRange,
  redirectTo,
  serveOthers,
  serveTooLittle,
  serveTooMuch,
  stallAfter,
  startModelServer,
  type Manner,
  type ModelServer
} from '../helpers/model-server.ts'

const REVISION = '0123456789abcdef0123456789abcdef01234567'
const BIG = 'onnx/model.onnx'
const big = randomBytes(300_000)
const voice = randomBytes(4000)
const weak = randomBytes(2000)

const sum = (content: Buffer, kind = 'sha256') => createHash(kind).update(content).digest('hex')

const card = (id: string, files: ModelCard['files']): ModelCard =>
  modelCardSchema.parse({
    id,
    kind: 'speech',
    title: 'Test',
    what: 'A test.',
    licence: 'CC0',
    licenceUrl: 'https://example.org/licence',
    repository: 'owner/name',
    revision: REVISION,
    folder: 'test',
    files
  })

const model = { path: 'model.onnx', source: BIG, bytes: big.length, sha256: sum(big) }
const voiceFile = {
  path: 'voices/one.bin',
  source: 'voices/one.bin',
  bytes: voice.length,
  sha256: sum(voice)
}
const CARDS = [
  card('test', [model, voiceFile]),
  card('test:weak', [
    { path: 'weak.onnx', source: 'weak.onnx', bytes: weak.length, md5: sum(weak, 'md5') },
    voiceFile
  ])
]

const at = (source: string, prefix = '') => `${prefix}/owner/name/resolve/${REVISION}/${source}`
const FILES = {
  [at(BIG)]: big,
  [at('voices/one.bin')]: voice,
  [at('weak.onnx')]: weak,
  [at(BIG, '/mirror')]: big,
  [at('voices/one.bin', '/mirror')]: voice,
  '/cdn/model': big
}

let server: ModelServer
let dir: string

beforeEach(async () => {
  server = await startModelServer(FILES)
  dir = await mkdtemp(join(tmpdir(), 'duologue-models-'))
})

afterEach(async () => {
  await server.close()
  await rm(dir, { recursive: true, force: true })
})

const newStore = (options: Partial<ModelStoreOptions> = {}) =>
  createModelStore({
    dir: join(dir, 'models'),
    cards: CARDS,
    endpoint: server.url,
    limits: { retryDelayMs: 10, stallMs: 500 },
    ...options
  })

/** Every file below a folder, in order. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const INSTALLED = ['installed/test.json', 'test/model.onnx', 'test/voices/one.bin']
const hash12 = (content: Buffer) => sum(content).slice(0, 12)
const PART = `partial/test/model.onnx.${hash12(big)}.part`

async function expectInstalled(): Promise<void> {
  expect(await filesIn(join(dir, 'models'))).toEqual(INSTALLED)
  // Not toEqual: it takes most of a second over 300 kB.
  expect(big.equals(await readFile(join(dir, 'models/test/model.onnx')))).toBe(true)
  expect(voice.equals(await readFile(join(dir, 'models/test/voices/one.bin')))).toBe(true)
}

const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it succeeded',
    (error: unknown) => (error as Error).message
  )

test('a pull installs every file and says how far it is; find and list know it from then on', async () => {
  const store = newStore()
  const seen: number[] = []
  expect(await store.find('test')).toBeNull()
  const pulled = await store.pull('test', { onProgress: ({ doneBytes }) => seen.push(doneBytes) })
  await expectInstalled()
  expect(pulled).toMatchObject({ id: 'test', fetchedBytes: 304_000, keptFiles: 0, revision: REVISION })
  expect(seen.at(-1)).toBe(304_000)
  expect(await store.find('test')).toEqual({
    id: 'test',
    folder: join(dir, 'models/test'),
    revision: REVISION,
    files: [
      { name: 'model.onnx', path: join(dir, 'models/test/model.onnx'), bytes: 300_000, sha256: sum(big) },
      {
        name: 'voices/one.bin',
        path: join(dir, 'models/test/voices/one.bin'),
        bytes: 4000,
        sha256: sum(voice)
      }
    ]
  })
  expect((await store.list()).map(({ state }) => state)).toEqual(['installed', 'not'])
})

test('what is installed is not fetched again, nor is what another model of the folder brought', async () => {
  const store = newStore()
  await store.pull('test')
  expect(await store.pull('test')).toMatchObject({ fetchedBytes: 0, keptFiles: 2 })
  expect(await store.pull('test:weak')).toMatchObject({ fetchedBytes: 2000, keptFiles: 1 })
  expect(server.asked.map(({ path }) => path).sort()).toEqual([
    at(BIG),
    at('voices/one.bin'),
    at('weak.onnx')
  ])
  const weakFile = (await store.find('test:weak'))?.files[0]
  expect(weakFile?.sha256).toBe(sum(weak))
})

describe('what may pass is tried again', () => {
  const passing: [string, Manner[]][] = [
    ['a connection that is cut once', [cutAfter(100_000)]],
    ['a connection that is cut before the first byte', [({ request }) => request.socket.destroy()]],
    ['a connection that stalls once', [stallAfter(100_000)]],
    ['a server that ends early, in good order', [serveTooLittle]],
    ['a server that answers 500 and then 503', [answer(500), answer(503)]],
    ['a server that asks for patience', [answer(429, { 'retry-after': '0' })]],
    ['a server that ignores Range after a cut', [cutAfter(100_000), ignoreRange]],
    [
      'a server that gives another range than was asked for',
      [cutAfter(100_000), answer(206, { 'content-range': 'bytes 5-299999/300000' }, 'x')]
    ],
    ['a server that says that there is no such range', [cutAfter(100_000), answer(416)]]
  ]
  test.each(passing)('%s', async (_title, manners) => {
    server.misbehave(BIG, manners)
    await newStore().pull('test')
    await expectInstalled()
  })

  test('and it goes on from the byte that it had, tied to the same ETag', async () => {
    server.misbehave(BIG, [cutAfter(100_000)])
    await newStore().pull('test')
    const ranges = server.asked.filter(({ path }) => path === at(BIG)).map(({ range }) => range)
    expect(ranges).toEqual([null, 'bytes=100000-'])
  })
})

describe('what does not pass installs nothing, says why, and the next pull succeeds', () => {
  interface Fault {
    title: string
    manners: Manner[]
    says: RegExp[]
    /** What stays for the next pull. */
    kept: string[]
  }
  const faults: Fault[] = [
    {
      title: 'other bytes than the catalogue promises',
      manners: [serveOthers],
      says: [new RegExp(sum(big)), new RegExp(sum(Buffer.from(big.map(byte => byte ^ 0xff)))), /removed/],
      kept: []
    },
    {
      title: 'a file of another size',
      manners: [answer(200, { 'content-length': '3' }, 'abc')],
      says: [/it has 3 bytes, and model\.onnx has 300000/],
      kept: []
    },
    {
      title: 'a 404',
      manners: [answer(404)],
      says: [/onnx\/model\.onnx answered 404/, /HF_ENDPOINT/],
      kept: []
    },
    { title: 'a 401', manners: [answer(401)], says: [/answered 401: it asks for an account/], kept: [] },
    { title: 'a 403', manners: [answer(403)], says: [/answered 403: it refuses/], kept: [] },
    { title: 'a 500 that stays', manners: [answer(500)], says: [/answered 500: it has a fault/], kept: [] },
    {
      title: 'a connection that is always cut at the same place, by a server that ignores Range',
      manners: [cutIgnoringRange(100_000)],
      says: [
        /closed the connection/,
        /100 kB of the 300 kB of model\.onnx are here/,
        /the same command goes on/
      ],
      kept: [PART]
    },
    {
      title: 'a connection that always stalls',
      manners: [stallAfter(0)],
      says: [/no byte came from 127\.0\.0\.1:\d+ for 0\.5 s/],
      kept: []
    },
    {
      title: 'a server that goes on for ever',
      manners: [serveTooMuch],
      says: [/it goes on after the last byte/],
      kept: []
    },
    {
      title: 'a web page that says that it is one',
      manners: [answer(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>')],
      says: [/gave a web page instead of the file: perhaps the log-in page/],
      kept: []
    },
    {
      title: 'a web page that does not say so',
      manners: [answer(200, {}, '<!DOCTYPE html><title>Log in</title>')],
      says: [/gave a web page instead of the file/],
      kept: []
    },
    {
      title: 'a packed answer',
      manners: [answer(200, { 'content-encoding': 'gzip' }, 'x')],
      says: [/comes packed as gzip/],
      kept: []
    },
    {
      title: 'a redirect to nowhere',
      manners: [answer(302)],
      says: [/302 without a usable new address/],
      kept: []
    },
    {
      title: 'a redirect to something else than http',
      manners: [redirectTo('file:///etc/passwd')],
      says: [/redirects to file:/],
      kept: []
    },
    {
      title: 'a redirect in a circle',
      manners: [redirectTo(at(BIG))],
      says: [/redirects more than 5 times/],
      kept: []
    }
  ]
  test.each(faults)('$title', async ({ manners, says, kept }) => {
    server.misbehave(BIG, manners, true)
    const store = newStore()
    const message = await messageOf(store.pull('test'))
    for (const pattern of says) expect(message).toMatch(pattern)
    const there = await filesIn(join(dir, 'models'))
    expect(there.filter(path => path.startsWith('installed') || path.startsWith('test/'))).toEqual([])
    expect(there.filter(path => path.includes('model.onnx'))).toEqual(kept)
    expect(await store.find('test')).toBeNull()
    server.behave()
    await store.pull('test')
    await expectInstalled()
  })
})

test('a redirect is followed, and the rest is asked for in the same way', async () => {
  server.misbehave(BIG, [redirectTo('/cdn/model'), redirectTo(`${server.url}/cdn/model`)])
  server.misbehave('/cdn/model', [cutAfter(100_000)])
  await newStore().pull('test')
  await expectInstalled()
  expect(server.asked.filter(({ path }) => path === '/cdn/model').map(({ range }) => range)).toEqual([
    null,
    'bytes=100000-'
  ])
})

test('what an earlier pull left is used, and where it is wrong the file is fetched anew', async () => {
  const store = newStore()
  server.misbehave(BIG, [cutAfter(100_000), answer(404)])
  expect(await messageOf(store.pull('test'))).toMatch(/404/)
  expect((await store.list())[0]?.state).toBe('partly')
  const part = join(dir, 'models', PART)
  const there = await readFile(part)
  expect(big.subarray(0, 100_000).equals(there)).toBe(true)
  await writeFile(
    part,
    there.map(byte => byte ^ 0xff)
  )
  await store.pull('test')
  await expectInstalled()
  const ranges = server.asked.filter(({ path }) => path === at(BIG)).map(({ range }) => range)
  expect(ranges).toEqual([null, 'bytes=100000-', 'bytes=100000-', null])
})

test('a mirror below a path serves it, with a name and password in its address', async () => {
  const logins: (string | undefined)[] = []
  server.misbehave(BIG, [
    exchange => {
      logins.push(exchange.request.headers.authorization)
      ignoreRange(exchange)
    }
  ])
  const endpoint = `${server.url.replace('//', '//me:secret@')}/mirror/`
  await newStore({ endpoint }).pull('test')
  await expectInstalled()
  expect(logins).toEqual([`Basic ${btoa('me:secret')}`])
  server.misbehave('weak.onnx', [answer(404)], true)
  expect(await messageOf(newStore({ endpoint }).pull('test:weak'))).not.toContain('secret')
})

test.each([
  ['a server that does not listen', 'http://127.0.0.1:9', /failed \(bad port\)/],
  [
    'a name that nobody has',
    'http://mirror.invalid',
    /cannot be reached from here \((ENOTFOUND|EAI_AGAIN)\).*--from/
  ],
  ['a mirror that is no address', 'mirror', /HF_ENDPOINT is "mirror"; it should be an address/]
])('%s is said with what to do', async (_title, endpoint, says) => {
  expect(await messageOf(newStore({ endpoint }).pull('test'))).toMatch(says)
})

describe('--from', () => {
  const layouts: [string, Record<string, Buffer>][] = [
    ['as a library has them', { 'models/test/model.onnx': big, 'models/test/voices/one.bin': voice }],
    ['as the store has them', { 'test/model.onnx': big, 'test/voices/one.bin': voice }],
    ['as the repository has them', { 'onnx/model.onnx': big, 'voices/one.bin': voice }],
    ['side by side', { 'model.onnx': big, 'one.bin': voice }]
  ]
  const fill = async (files: Record<string, Buffer>) => {
    const from = join(dir, 'stick')
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(from, path)), { recursive: true })
      await writeFile(join(from, path), content)
    }
    return from
  }

  test.each(layouts)('takes the files %s, without the network', async (_title, files) => {
    await newStore().pull('test', { from: await fill(files) })
    await expectInstalled()
    expect(server.asked).toEqual([])
  })

  test.each<[string, Record<string, Buffer>, RegExp]>([
    ['a file is missing', { 'model.onnx': big }, /lacks voices\/one\.bin of test/],
    ['a file is cut short', { 'model.onnx': big.subarray(1), 'one.bin': voice }, /it has 299999 bytes/],
    ['a file is another one', { 'model.onnx': randomBytes(300_000), 'one.bin': voice }, new RegExp(sum(big))],
    ['there is no such folder', {}, /lacks model\.onnx, voices\/one\.bin/]
  ])('installs nothing where %s', async (_title, files, says) => {
    const store = newStore()
    expect(await messageOf(store.pull('test', { from: await fill(files) }))).toMatch(says)
    expect(await store.find('test')).toBeNull()
    await store.pull('test', { from: await fill({ 'model.onnx': big, 'one.bin': voice }) })
    await expectInstalled()
  })
})

describe('the disk', () => {
  test('is looked at before anything is fetched', async () => {
    const store = newStore({ freeBytes: async () => 100e6 })
    expect(await messageOf(store.pull('test'))).toMatch(
      /^304 kB are still to be fetched, 150 MB are left for the episodes, and only 100 MB are free at .*models/
    )
    expect(server.asked).toEqual([])
  })

  test('that becomes full in the middle leaves nothing half-installed, and no part that fills it', async () => {
    const models = join(dir, 'models')
    await mkdir(models)
    const unmount = await makeSmallDisk(models)
    const store = newStore({ freeBytes: async () => Infinity })
    try {
      const message = await messageOf(store.pull('test'))
      expect(message).toMatch(
        /^the disk became full \(ENOSPC\) while model\.onnx was written; it has 300 kB\. .* so .* are free/
      )
      expect((await filesIn(models)).filter(path => !path.includes('one.bin'))).toEqual([])
      expect(await store.find('test')).toBeNull()
    } finally {
      await unmount()
    }
    await newStore().pull('test')
    await expectInstalled()
  })

  /** 128 KB of real disk where we may mount one; else a part that leads to /dev/full, which is full from the first byte on. */
  async function makeSmallDisk(folder: string): Promise<() => Promise<void>> {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'none', folder], { stdio: 'ignore' })
      return async () => void execFileSync('umount', [folder])
    } catch {
      const { symlink } = await import('node:fs/promises')
      await mkdir(join(folder, 'partial/test'), { recursive: true })
      await symlink('/dev/full', join(folder, PART))
      return async () => {}
    }
  }

  test('a library that cannot be written is said', async () => {
    await writeFile(join(dir, 'models'), 'a file')
    expect(await messageOf(newStore().pull('test'))).toMatch(/cannot be used for models \((EEXIST|ENOTDIR)\)/)
  })
})

describe('two pulls', () => {
  test('at once in one library: the second says who is at work', async () => {
    server.misbehave(BIG, [stallAfter(1000)])
    const store = newStore()
    const first = store.pull('test')
    await expect.poll(() => server.asked.length).toBeGreaterThan(0)
    expect(await messageOf(newStore().pull('test:weak'))).toMatch(
      new RegExp(`another pull is at work in this library: process ${process.pid} on `)
    )
    await first
    await expectInstalled()
  })

  test.each([
    ['a process that is no more', () => `${deadPid()} ${hostname()}`],
    ['an earlier process that had our number', () => `${process.pid} ${hostname()}`]
  ])('the lock of %s is taken over', async (_title, text) => {
    await mkdir(join(dir, 'models'))
    await writeFile(join(dir, 'models/pull.lock'), `${text()}\n`)
    await newStore().pull('test')
    await expectInstalled()
  })

  test('the lock of another machine is left alone', async () => {
    await mkdir(join(dir, 'models'))
    await writeFile(join(dir, 'models/pull.lock'), '1 elsewhere\n')
    expect(await messageOf(newStore().pull('test'))).toMatch(
      /process 1 on elsewhere\. Wait .* remove .*pull\.lock/
    )
  })

  const deadPid = () => Number(execFileSync('sh', ['-c', 'echo $$']).toString())
})

test('a pull that is stopped keeps its part and gives the lock back; the next goes on from there', async () => {
  server.misbehave(BIG, [stallAfter(100_000)])
  const stop = new AbortController()
  const store = newStore({ limits: { stallMs: 60_000 } })
  const onProgress = ({ doneBytes }: { doneBytes: number }) => {
    if (doneBytes >= 104_000) stop.abort(new Error('stopped by hand'))
  }
  expect(await messageOf(store.pull('test', { signal: stop.signal, onProgress }))).toBe('stopped by hand')
  expect(await filesIn(join(dir, 'models'))).toContain(PART)
  await store.pull('test')
  await expectInstalled()
  expect(server.asked.at(-1)?.range).toBe('bytes=100000-')
})

describe('a model that was changed after it was installed', () => {
  test('is not installed any more where a file is missing or has another size, and a pull mends it', async () => {
    const store = newStore()
    await store.pull('test')
    await writeFile(join(dir, 'models/test/model.onnx'), 'short')
    expect(await store.find('test')).toBeNull()
    expect((await store.list())[0]?.state).toBe('partly')
    expect(await store.pull('test')).toMatchObject({ fetchedBytes: 300_000, keptFiles: 1 })
    await expectInstalled()
  })

  test('is found out by --verify where its size is right, and is not installed until it is mended', async () => {
    const store = newStore()
    await store.pull('test')
    await writeFile(join(dir, 'models/test/model.onnx'), randomBytes(300_000))
    server.misbehave(BIG, [answer(404)])
    expect(await messageOf(store.pull('test', { verify: true }))).toMatch(/404/)
    expect(await store.find('test')).toBeNull()
    expect(await store.pull('test', { verify: true })).toMatchObject({ fetchedBytes: 300_000 })
    await expectInstalled()
  })

  test('by a newer catalogue still works, is listed as outdated, and a pull renews it', async () => {
    await newStore().pull('test')
    const renewed = { ...voiceFile, source: 'weak.onnx', bytes: weak.length, sha256: sum(weak) }
    const store = newStore({ cards: [card('test', [model, renewed])] })
    expect(await store.find('test')).not.toBeNull()
    expect((await store.list())[0]).toMatchObject({ state: 'installed', outdated: true })
    expect(await store.pull('test')).toMatchObject({ fetchedBytes: 2000, keptFiles: 1 })
    expect((await store.list())[0]).toMatchObject({ state: 'installed', outdated: false })
  })
})

test('files that someone put into the folder by hand are hashed and kept', async () => {
  await mkdir(join(dir, 'models/test'), { recursive: true })
  await writeFile(join(dir, 'models/test/model.onnx'), big)
  expect(await newStore().pull('test')).toMatchObject({ fetchedBytes: 4000, keptFiles: 1 })
  await expectInstalled()
})
