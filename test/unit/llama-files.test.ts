import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultOfArchitecture, knownArchitectures } from '../../src/adapters/llama/architectures.ts'
import { explainLoadFailure } from '../../src/adapters/llama/explain-load-failure.ts'
import { inspectLlamaFile } from '../../src/adapters/llama/inspect-llama-file.ts'
import { LlamaFileError } from '../../src/adapters/llama/llama-file-error.ts'
import { memoryNote } from '../../src/adapters/llama/memory-note.ts'
import { GenerationError } from '../../src/stages/write/ports.ts'

type Value = number | boolean | string | string[]
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u64 = (value: number | bigint) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)])
const fact = (value: Value): Buffer => {
  if (typeof value === 'number') return Buffer.concat([u32(4), u32(value)])
  if (typeof value === 'boolean') return Buffer.concat([u32(7), Buffer.from([value ? 1 : 0])])
  if (typeof value === 'string') return Buffer.concat([u32(8), text(value)])
  return Buffer.concat([u32(9), u32(8), u64(value.length), ...value.map(text)])
}

const WRITER: Record<string, Value> = {
  'general.architecture': 'llama',
  'llama.block_count': 2,
  'llama.context_length': 2048,
  'llama.embedding_length': 32,
  'llama.attention.head_count': 4,
  'tokenizer.ggml.tokens': ['a', 'b']
}
/** A GGUF file with one tensor of 64 values of Q8_0, which take 68 bytes. */
function gguf(
  facts: Record<string, Value> = WRITER,
  { version = 3, tensors = 1, weights = 68 } = {}
): Buffer {
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(version),
    u64(tensors),
    u64(Object.keys(facts).length),
    ...Object.entries(facts).flatMap(([key, value]) => [text(key), fact(value)]),
    ...Array.from({ length: tensors }, () => [
      text('output.weight'),
      u32(2),
      u64(32),
      u64(2),
      u32(8),
      u64(0)
    ]).flat()
  ])
  return Buffer.concat([head, Buffer.alloc((32 - (head.length % 32)) % 32), Buffer.alloc(weights)])
}

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'llama-files-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const inspect = async (bytes: Buffer, name = 'model.gguf') => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return inspectLlamaFile(path)
}
const faultOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(LlamaFileError)
  expect(error).toBeInstanceOf(GenerationError)
  return (error as Error).message
}

describe('a GGUF file', () => {
  test.each([2, 3])('of version %i is read', async version => {
    const bytes = gguf(WRITER, { version })
    expect(await inspect(bytes)).toEqual({
      architecture: 'llama',
      parameters: 64,
      trainedTokens: 2048,
      bytes: bytes.length
    })
  })

  test('with a vocabulary of more than 4 MB is read', async () => {
    const tokens = Array.from({ length: 300_000 }, (_, i) => `token number ${i}`)
    expect(await inspect(gguf({ ...WRITER, 'tokenizer.ggml.tokens': tokens }))).toMatchObject({
      parameters: 64
    })
  })

  test('that does not say how much it was trained to read is read', async () => {
    const { 'llama.context_length': _, ...facts } = WRITER
    expect((await inspect(gguf(facts))).trainedTokens).toBeNull()
  })

  test.each<[string, Buffer, RegExp]>([
    ['an empty file', Buffer.alloc(0), /is empty: get the file again/],
    [
      'a page',
      Buffer.from('<!doctype html>\n<p>'),
      /no GGUF file: it begins with the text "<!doctype html>"/
    ],
    ['a Git LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\noid'), /git lfs pull/],
    ['other bytes', Buffer.from([0x08, 0x07, 0xff, 0xfe, 0, 1]), /no GGUF file: it begins with other bytes/],
    ['the first 6 bytes', gguf().subarray(0, 6), /cut short or damaged/],
    ['version 1', gguf(WRITER, { version: 1 }), /is GGUF version 1, and 2 and 3 can be read/],
    ['version 9', gguf(WRITER, { version: 9 }), /is GGUF version 9/],
    ['a big-endian file', gguf(WRITER, { version: 0x03000000 }), /big-endian/],
    ['one without weights', gguf(WRITER, { tensors: 0 }), /has no weights/],
    [
      'one without the last byte of its weights',
      gguf(WRITER, { weights: 67 }),
      /is cut short: it has \d+ bytes and its weights go up to \d+/
    ],
    [
      'one of an unknown architecture',
      gguf({ ...WRITER, 'general.architecture': 'newformer' }),
      /architecture "newformer", which this version does not know/
    ],
    [
      'one that does not name its architecture',
      gguf({ 'tokenizer.ggml.tokens': ['a'] }),
      /does not say what architecture/
    ],
    [
      'an embedding model',
      gguf({ ...WRITER, 'general.architecture': 'nomic-bert' }),
      /is an embedding model \(nomic-bert\): take one that writes text/
    ],
    [
      'a writer made into an embedding model',
      gguf({ ...WRITER, 'llama.pooling_type': 3 }),
      /is an embedding model \(llama\)/
    ],
    [
      'a LoRA adapter',
      gguf({ ...WRITER, 'general.type': 'adapter' }),
      /is a LoRA adapter.*take the model itself/
    ],
    ['a model without a vocabulary', gguf({ ...WRITER, 'tokenizer.ggml.tokens': [] }), /has no vocabulary/],
    ['no layers', gguf({ ...WRITER, 'llama.block_count': 0 }), /is damaged: block_count is 0/],
    ['a million layers', gguf({ ...WRITER, 'llama.block_count': 1e6 }), /is damaged: block_count is 1000000/],
    ['no heads', gguf({ ...WRITER, 'llama.attention.head_count': 0 }), /head_count is 0/],
    [
      'more experts at work than there are',
      gguf({ ...WRITER, 'llama.expert_count': 8, 'llama.expert_used_count': 9 }),
      /9 of 8 experts/
    ],
    ['a strange alignment', gguf({ ...WRITER, 'general.alignment': 0 }), /its alignment is 0/],
    [
      'one of several parts by another name',
      gguf({ ...WRITER, 'split.count': 3 }),
      /one of 3 parts.*-00001-of-00003\.gguf/
    ]
  ])('%s is refused with what is wrong', async (_title, bytes, says) => {
    expect(await faultOf(inspect(bytes))).toMatch(says)
  })

  test('is refused wherever it is cut', async () => {
    const whole = gguf()
    for (let length = 1; length < whole.length; length++)
      expect(await faultOf(inspect(whole.subarray(0, length)))).toMatch(/cut short|no GGUF file/)
  })

  test('that claims more than any file has is refused at once', async () => {
    const whole = gguf()
    for (const at of [8, 16]) {
      const bytes = Buffer.from(whole)
      bytes.writeBigUInt64LE(2n ** 62n, at)
      expect(await faultOf(inspect(bytes))).toMatch(/cut short or damaged|is damaged/)
    }
  })

  test('that is a folder is refused with the files that are in it', async () => {
    const place = join(folder, 'place')
    await mkdir(place)
    expect(await faultOf(inspectLlamaFile(place))).toMatch(/is a folder.*there is none in it/)
    await writeFile(join(place, 'granite.gguf'), gguf())
    expect(await faultOf(inspectLlamaFile(place))).toMatch(/is a folder.*such as granite\.gguf in it/)
  })

  test('that is not there is refused', async () => {
    expect(await faultOf(inspectLlamaFile(join(folder, 'none.gguf')))).toMatch(
      /there is no model file .*none\.gguf/
    )
  })
})

describe('a model in parts', () => {
  const [one, two] = ['big-00001-of-00002.gguf', 'big-00002-of-00002.gguf']
  const part = gguf({ ...WRITER, 'split.count': 2 })

  test('is read whole, and wants all of them', async () => {
    expect(await faultOf(inspect(part, one))).toMatch(/there is no model file .*big-00002-of-00002\.gguf/)
    await writeFile(join(folder, two), part.subarray(0, part.length - 1))
    expect(await faultOf(inspect(part, one))).toMatch(/big-00002-of-00002\.gguf is cut short/)
    await writeFile(join(folder, two), part)
    expect(await inspect(part, one)).toMatchObject({ parameters: 128, bytes: 2 * part.length })
  })

  test('is named by its first', async () => {
    expect(await faultOf(inspect(part, two))).toMatch(/is part 2 of 2: give the path of the first/)
  })
})

test('the list of architectures is that of the engine', async () => {
  // A const enum for the compiler, and a list at run time.
  const engine: Record<string, unknown> = await import('node-llama-cpp')
  const { unknown: _, ...listed } = engine.GgufArchitectureType as Record<string, string>
  expect(knownArchitectures()).toEqual(Object.values(listed).sort())
})

test.each([
  ['granitehybrid', null],
  ['qwen3moe', null],
  ['clip', expect.stringMatching(/the eyes of another model/)]
])('%s is a writer, or it is said what it is', (architecture, fault) => {
  expect(faultOfArchitecture(architecture)).toEqual(fault)
})

test.each([
  ["Failed\nerror loading model: missing tensor 'blk.4.attn_norm.weight'", /is damaged: missing tensor/],
  ["unknown model architecture: 'x9'", /architecture "x9", which this version does not know/],
  ['The prebuilt binary was not found', /no llama\.cpp for this system/],
  ['ggml: failed to allocate buffer of size 9', /not enough memory/],
  ['Failed to load model\nsomething else', /cannot load m\.gguf: something else/]
])('when llama.cpp says %j, a person is told what it comes to', (message, says) => {
  expect(explainLoadFailure('m.gguf', new Error(message))).toMatch(says)
})

test('a model larger than the free memory is told of; one that fits is not', () => {
  expect(memoryNote('granite', 4_230_976_352, 2e9)).toMatch(
    /granite has 4\.2 GB and 2\.0 GB of memory are free/
  )
  expect(memoryNote('granite', 4_230_976_352, 8e9)).toBeNull()
})
