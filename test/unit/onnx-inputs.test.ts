import { describe, expect, test } from 'vitest'
import { detectKokoroInputs } from '../../src/adapters/onnx/kokoro-inputs.ts'
import { detectPiperInputs } from '../../src/adapters/onnx/piper-inputs.ts'
import type { TensorInfo } from '../../src/adapters/onnx/tensor-info.ts'

const infos = (text: string): TensorInfo[] =>
  text.split(/\s+/).map(part => {
    const [name = '', type = ''] = part.split(':')
    return { name, type }
  })

const KOKORO = 'input_ids:int64 style:float32 speed:float32'
const PIPER = 'input:int64 input_lengths:int64 scales:float32'

describe('the inputs of Kokoro', () => {
  test.each([
    ['onnx-community', KOKORO, 'waveform:float32', 'input_ids float32 waveform null'],
    ['kokoro-onnx', 'tokens:int64 style:float32 speed:float32', 'audio:float32', 'tokens float32 audio null'],
    [
      'hexgrad export.py',
      'input_ids:int64 style:float32 speed:int32',
      'waveform:float32 duration:int64',
      'input_ids int32 waveform duration'
    ],
    [
      'an export with its inputs in another order',
      'speed:int64 style:float32 tokens:int64',
      'audio:float32 pred_dur:int64',
      'tokens int64 audio pred_dur'
    ]
  ])('of %s are found by what the file says', (_, inputs, outputs, expected) => {
    const found = detectKokoroInputs('k.onnx', infos(inputs), infos(outputs))
    expect(`${found.ids} ${found.speedType} ${found.waveform} ${found.duration}`).toBe(expected)
  })

  test.each([
    [
      'a Piper voice',
      PIPER,
      'output:float32',
      'k.onnx is no Kokoro model: it takes input (int64), input_lengths (int64), scales (float32); Kokoro takes input_ids or tokens, style and speed; Piper takes input, input_lengths and scales (it looks like a Piper voice: use piper:PATH)'
    ],
    ['a model without a style', 'input_ids:int64 speed:float32', 'y:float32', /is no Kokoro model: it takes/],
    ['a model that wants more', `${KOKORO} mask:int64`, 'y:float32', /is no Kokoro model: .*mask \(int64\)/],
    [
      'ids of another type',
      'tokens:int32 style:float32 speed:float32',
      'y:float32',
      'k.onnx: tokens is int32, and only int64 is known of Kokoro'
    ],
    [
      'a style of half precision',
      'tokens:int64 style:float16 speed:float32',
      'y:float32',
      'k.onnx: style is float16, and only float32 is known of Kokoro'
    ],
    [
      'speed of another type',
      'tokens:int64 style:float32 speed:bool',
      'y:float32',
      'k.onnx: speed is bool, and only float32, int32, int64 are known of Kokoro'
    ]
  ])('of %s are refused', (_, inputs, outputs, message) => {
    expect(() => detectKokoroInputs('k.onnx', infos(inputs), infos(outputs))).toThrow(message)
  })
})

describe('the inputs of Piper', () => {
  test.each([
    ['one speaker', PIPER, 1, false],
    ['one speaker that the file asks for all the same', `${PIPER} sid:int64`, 1, true],
    ['several speakers', `${PIPER} sid:int64`, 2, true]
  ])('of a file with %s are found', (_, inputs, speakers, sid) => {
    expect(detectPiperInputs('p.onnx', infos(inputs), infos('output:float32'), speakers)).toEqual({
      sid,
      waveform: 'output'
    })
  })

  test.each([
    [
      'Kokoro',
      KOKORO,
      1,
      /p\.onnx is no Piper voice: it takes input_ids .*it looks like Kokoro: use kokoro:PATH/
    ],
    [
      'a voice that wants more',
      `${PIPER} emotion:int64`,
      1,
      /is no Piper voice: it takes .*emotion \(int64\)/
    ],
    [
      'a voice of one speaker with the config of another',
      PIPER,
      904,
      'p.onnx has one speaker, but its config tells of 904: they do not belong together'
    ]
  ])('of %s are refused', (_, inputs, speakers, message) => {
    expect(() => detectPiperInputs('p.onnx', infos(inputs), infos('output:float32'), speakers)).toThrow(
      message
    )
  })
})
