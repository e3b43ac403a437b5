import { describe, expect, test } from 'vitest'
import { devicesFor, explainDeviceFailure } from '../../src/adapters/onnx/device.ts'
import { explainLoadFailure } from '../../src/adapters/onnx/explain-load-failure.ts'
import { faultOfOnnxBytes } from '../../src/adapters/onnx/fault-of-onnx-bytes.ts'
import { toVoiceId } from '../../src/adapters/onnx/find-piper-voices.ts'
import { planPiperVoices, validateVoiceIds } from '../../src/adapters/onnx/plan-piper-voices.ts'
import { parsePiperConfig } from '../../src/adapters/onnx/read-piper-config.ts'

describe('the frame of an ONNX file', () => {
  /** Version 8, a producer's name, a graph of 300 bytes: the length of the last is a varint of two bytes. */
  const whole = Buffer.concat([Buffer.from([0x08, 8, 0x12, 2, 65, 66, 0x3a, 0xac, 0x02]), Buffer.alloc(300)])
  const faultOf = (bytes: Buffer) =>
    faultOfOnnxBytes(async (at, length) => bytes.subarray(at, at + length), bytes.length)

  test.each([
    ['a whole file', whole, null],
    ['an empty file', Buffer.alloc(0), 'is empty: get the file again'],
    [
      'one byte too few',
      whole.subarray(0, -1),
      'is cut short: it has 308 bytes and should have 309 at least; get the file again'
    ],
    ['the end inside a length', whole.subarray(0, 8), /is damaged: what stands at byte 6/],
    [
      'bytes after the end',
      Buffer.concat([whole, Buffer.alloc(8, 0xff)]),
      /is damaged: what stands at byte 309/
    ],
    ['no graph', whole.subarray(0, 6), 'is no whole ONNX model: it has no graph; get the file again'],
    [
      'a page of the web',
      Buffer.from('<!doctype html>\n<html>'),
      'is not an ONNX model: it begins with the text "<!doctype html>"'
    ],
    [
      'a pointer of Git LFS',
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00'),
      /begins with the words of a Git LFS pointer/
    ],
    [
      'other bytes',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]),
      'is not an ONNX model: it begins with other bytes; get the file again'
    ]
  ])('of %s is judged from a few bytes', async (_, bytes, fault) => {
    const found = await faultOf(bytes)
    if (fault instanceof RegExp) expect(found).toMatch(fault)
    else expect(found).toBe(fault)
  })
})

describe('what onnxruntime says', () => {
  test.each([
    [
      'External data path validation failed for initializer: w. Error: tensorprotoutils.cc:461 ValidateExternalDataPathFromDir External data path does not exist: "/m/k.onnx.data"',
      'k.onnx keeps its weights in another file, /m/k.onnx.data, which is not there: put it there too'
    ],
    [
      'Deserialize tensor w failed.tensorprotoutils.cc:1763 GetExtDataFromTensorProto External initializer: w offset: 200747776 size to read: 13393920 given file_length: 1000000 are out of bounds or can not be read in full.',
      'the file beside k.onnx that holds its weights is cut short: get it again'
    ],
    [
      'Load model from k.onnx failed:Protobuf parsing failed.',
      'k.onnx cannot be read as an ONNX model: its bytes are damaged; get the file again'
    ],
    ['std::bad_alloc', 'there is not enough memory to load k.onnx: use fewer workers, or a smaller model'],
    [
      "Load model from k.onnx failed:Invalid model. Node input 'x' is not a graph input.\nmore",
      "onnxruntime cannot load k.onnx: Invalid model. Node input 'x' is not a graph input."
    ]
  ])('%j becomes a sentence', (message, sentence) => {
    expect(explainLoadFailure('k.onnx', message)).toBe(sentence)
  })

  test.each([
    [
      '…webgpu_context.cc:136 … Failed to get a WebGPU adapter: No supported adapters\n',
      'no GPU adapter was found'
    ],
    [
      'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library',
      'its library is not installed'
    ],
    [
      'no available backend found. ERR: [webgpu] backend not found.',
      'onnxruntime has it not on this platform'
    ],
    ['something else\nand more', 'something else']
  ])('of a device, %j, becomes a reason', (message, reason) => {
    expect(explainDeviceFailure(message)).toBe(reason)
  })

  test.each([
    ['cpu', ['cpu']],
    ['webgpu', ['webgpu', 'cpu']],
    ['cuda', ['cuda', 'cpu']],
    ['auto', ['cuda', 'webgpu', 'cpu']]
  ] as const)('the device %s is tried as %j', (wish, devices) => {
    expect(devicesFor(wish)).toEqual(devices)
  })
})

describe("a Piper voice's config", () => {
  const config = { audio: { sample_rate: 22_050 }, espeak: { voice: 'en-us' }, phoneme_id_map: { a: [14] } }
  const parse = (value: unknown) =>
    parsePiperConfig('v.onnx.json', typeof value === 'string' ? value : JSON.stringify(value))

  test('has the usual scales where it names none', () => {
    expect(parse(config)).toMatchObject({
      sampleRateHz: 22_050,
      espeakVoice: 'en-us',
      scales: { noise: 0.667, length: 1, durationNoise: 0.8 },
      speakers: 1
    })
  })

  test('has the scales that it names', () => {
    expect(
      parse({ ...config, inference: { noise_scale: 0.3, length_scale: 1.2, noise_w: 0 } }).scales
    ).toEqual({ noise: 0.3, length: 1.2, durationNoise: 0 })
  })

  test('may be of a voice that reads letters', () => {
    expect(parse({ ...config, espeak: undefined, phoneme_type: 'text' }).espeakVoice).toBeNull()
  })

  test.each([
    ['no JSON', '<html>', 'v.onnx.json is no JSON: get the file again'],
    ['JSON of something else', '[]', /is no config of a Piper voice/],
    [
      'no phoneme_id_map',
      { ...config, phoneme_id_map: undefined },
      /phoneme_id_map is not there: without it no phoneme has a number/
    ],
    [
      'another phoneme_type',
      { ...config, phoneme_type: 'pinyin' },
      /phoneme_type is "pinyin", and only espeak and text are known here/
    ],
    ['no sample rate', { ...config, audio: {} }, /audio\.sample_rate/],
    ['no espeak voice', { ...config, espeak: undefined }, /espeak\.voice is not there/]
  ])('with %s is refused', (_, value, message) => {
    expect(() => parse(value)).toThrow(message)
  })

  test.each([
    ['one speaker', {}, ['v']],
    [
      'two named speakers',
      { num_speakers: 2, speaker_id_map: { 'Anna B.': 1, p225: 0 } },
      ['v-p225', 'v-Anna-B']
    ],
    ['two without names', { num_speakers: 2 }, ['v-0', 'v-1']]
  ])('with %s gives the voices %s', (_, more, ids) => {
    const voices = planPiperVoices(
      { id: 'v', model: 'v.onnx', config: 'v.onnx.json' },
      parse({ ...config, ...more })
    )
    expect(voices.map(({ id }) => id)).toEqual(ids)
  })

  test('with two voices of one name is refused', () => {
    const files = { id: 'v', model: 'v.onnx', config: 'v.onnx.json' }
    const [voice] = planPiperVoices(files, parse(config))
    if (!voice) throw new Error('there is no voice')
    expect(() => validateVoiceIds([voice, { ...voice, model: 'w.onnx' }])).toThrow(
      'two Piper voices are called v: rename one of the files (w.onnx)'
    )
  })

  test.each([
    ['en_US-ljspeech-high', 'en_US-ljspeech-high'],
    ['my voice (2)', 'my-voice-2'],
    ['_é', 'e'],
    ['***', 'voice']
  ])('a file called %j has the voice %s', (name, id) => {
    expect(toVoiceId(name)).toBe(id)
  })
})
