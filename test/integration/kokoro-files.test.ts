import { mkdir, mkdtemp, rm, symlink, truncate, writeFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKokoroSpeech } from '../../src/adapters/onnx/create-kokoro-speech.ts'
import { createPiperSpeech } from '../../src/adapters/onnx/create-piper-speech.ts'
import { hasStandIns, kokoroStandIn, NO_STAND_INS, piperStandIn } from '../helpers/stand-in-models.ts'

const liveThreads = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind === 'Worker' || kind === 'MessagePort').length

describe.skipIf(!hasStandIns)(`files that are not as they should be${NO_STAND_INS}`, () => {
  let folder: string
  let kokoro: { model: string; voicesDir: string }
  let piper: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duologue-files-'))
    kokoro = await kokoroStandIn({ small: true })
    piper = await piperStandIn()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** A new file in a folder of its own. */
  async function put(name: string, bytes: Buffer | string): Promise<string> {
    const path = join(await mkdtemp(join(folder, 'one-')), name)
    await writeFile(path, bytes)
    return path
  }
  const cutShort = async (path: string, name: string): Promise<string> => {
    const copy = await put(name, await readFile(path))
    await truncate(copy, 5_000_000)
    return copy
  }
  const damaged = async (): Promise<string> => {
    const bytes = await readFile(kokoro.model)
    bytes.fill(0xff, 2000, 60_000)
    return put('damaged.onnx', bytes)
  }
  const withoutItsData = async (): Promise<string> => {
    const { model } = await kokoroStandIn({ small: true, external: true })
    return put('model.onnx', await readFile(model))
  }

  test.each<[string, () => Promise<string>, RegExp]>([
    [
      'is not there',
      async () => join(folder, 'none.onnx'),
      /^there is no model file .*none\.onnx: give the path/
    ],
    [
      'is a folder',
      async () => join(kokoro.model, '..'),
      /is a folder, not a model file: give the path of the \.onnx file, such as model\.onnx/
    ],
    ['is empty', () => put('e.onnx', ''), /e\.onnx is empty: get the file again$/],
    [
      'is a text',
      () => put('t.onnx', 'Not found\n'),
      /is not an ONNX model: it begins with the text "Not found"$/
    ],
    [
      'is cut short',
      () => cutShort(kokoro.model, 'c.onnx'),
      /c\.onnx is cut short: it has 5000000 bytes and should have \d+ at least; get the file again$/
    ],
    [
      'is damaged inside',
      damaged,
      /damaged\.onnx cannot be read as an ONNX model: its bytes are damaged; get the file again$/
    ],
    [
      'lacks its weights',
      withoutItsData,
      /model\.onnx keeps its weights in another file, .*model\.onnx\.data, which is not there: put it there too$/
    ],
    [
      'is a Piper voice',
      async () => piper,
      /is no Kokoro model: it takes input \(int64\), .*Piper takes input, input_lengths and scales \(it looks like a Piper voice: use piper:PATH\)$/
    ]
  ])('a Kokoro model that %s is refused with a sentence, and leaves no thread', async (_, path, message) => {
    const before = liveThreads()
    const model = await path()
    const made = createKokoroSpeech({ model, voicesDir: kokoro.voicesDir, workers: 1 })
    await expect(made).rejects.toThrow(message)
    await expect(made).rejects.toMatchObject({ name: 'ModelFileError' })
    await expect.poll(liveThreads).toBeLessThanOrEqual(before)
  })

  const voiceOf = async (bytes: Buffer): Promise<string> => join(await put('af_odd.bin', bytes), '..')
  test.each<[string, () => Promise<string>, RegExp]>([
    [
      'that is not there',
      async () => join(folder, 'none'),
      /^there is no folder .*none with Kokoro's voices: put its \.bin files there/
    ],
    [
      'without a voice',
      async () => mkdtemp(join(folder, 'none-')),
      /has no voice of Kokoro: put \.bin files such as af_heart\.bin there$/
    ],
    [
      'with a voice that is cut short',
      () => voiceOf(Buffer.alloc(522_239)),
      /af_odd\.bin is no whole voice of Kokoro: it has 522239 bytes, and a voice has 522240/
    ]
  ])('a folder of voices %s is refused with a sentence', async (_, path, message) => {
    const voicesDir = await path()
    await expect(createKokoroSpeech({ model: kokoro.model, voicesDir, workers: 1 })).rejects.toThrow(message)
  })

  test('a voice of numbers that are none is refused by its name', async () => {
    const voicesDir = await voiceOf(Buffer.alloc(522_240, 0xff))
    const made = createKokoroSpeech({ model: kokoro.model, voicesDir, workers: 1 })
    await expect(made).rejects.toThrow(
      /af_odd\.bin is no voice of Kokoro: it holds values that are no numbers/
    )
  })

  test('the name of Kokoro changes with its voices and its model, and with nothing else', async () => {
    const voicesDir = join(folder, 'more-voices')
    await mkdir(voicesDir)
    const nameWith = async (model: string, dir: string): Promise<string> => {
      const speech = await createKokoroSpeech({ model, voicesDir: dir, workers: 1 })
      await speech.release()
      return speech.name
    }
    await symlink(join(kokoro.voicesDir, 'af_heart.bin'), join(voicesDir, 'af_heart.bin'))
    const other = await kokoroStandIn({ small: true, tokens: true })
    const names = [
      await nameWith(kokoro.model, kokoro.voicesDir),
      await nameWith(kokoro.model, kokoro.voicesDir),
      await nameWith(kokoro.model, voicesDir),
      await nameWith(other.model, kokoro.voicesDir)
    ]
    expect(names[0]).toMatch(/^kokoro-[0-9a-f]{12}$/)
    expect(names[1]).toBe(names[0])
    expect(new Set(names).size).toBe(3)
  })

  /** A Piper voice whose two files are as told. */
  const voiceWith = async (model: Buffer, config: string | null): Promise<string> => {
    const path = await put('v.onnx', model)
    if (config !== null) await writeFile(`${path}.json`, config)
    return path
  }
  const configWith = async (more: object): Promise<string> =>
    JSON.stringify({ ...(JSON.parse(await readFile(`${piper}.json`, 'utf8')) as object), ...more })

  test.each<[string, () => Promise<string>, RegExp]>([
    [
      'is not there',
      async () => join(folder, 'none.onnx'),
      /^there is no .*none\.onnx: give a Piper voice's \.onnx file/
    ],
    [
      'is an empty folder',
      () => mkdtemp(join(folder, 'none-')),
      /has no Piper voice: put NAME\.onnx and NAME\.onnx\.json there$/
    ],
    [
      'has no config',
      async () => voiceWith(await readFile(piper), null),
      /^there is no .*v\.onnx\.json: a Piper voice is two files/
    ],
    [
      'has a config that is no JSON',
      async () => voiceWith(await readFile(piper), '{'),
      /v\.onnx\.json is no JSON: get the file again$/
    ],
    [
      'is cut short',
      async () => voiceWith((await readFile(piper)).subarray(0, 5_000_000), await configWith({})),
      /v\.onnx is cut short: it has 5000000 bytes/
    ],
    [
      'speaks another language',
      async () => voiceWith(await readFile(piper), await configWith({ espeak: { voice: 'de' } })),
      /v\.onnx speaks "de", and the espeak-ng here says only English: use a voice of en_US or en_GB$/
    ],
    [
      'has the config of another',
      async () => voiceWith(await readFile(piper), await configWith({ num_speakers: 3 })),
      /v\.onnx has one speaker, but its config tells of 3/
    ],
    [
      'is Kokoro',
      async () => voiceWith(await readFile(kokoro.model), await configWith({})),
      /v\.onnx is no Piper voice: it takes input_ids .*it looks like Kokoro: use kokoro:PATH/
    ]
  ])('a Piper voice that %s is refused with a sentence', async (_, path, message) => {
    await expect(createPiperSpeech({ voices: await path(), workers: 1 })).rejects.toThrow(message)
  })
})
