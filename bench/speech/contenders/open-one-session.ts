import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { kokoroTokens, styleRow } from '../../../src/adapters/onnx/phonemes/kokoro-tokens.ts'
import { toPiperIds, toPiperPhonemes } from '../../../src/adapters/onnx/phonemes/piper-ids.ts'
import { splitPhonemes } from '../../../src/adapters/onnx/phonemes/split-phonemes.ts'
import { toKokoroPhonemes } from '../../../src/adapters/onnx/phonemes/to-kokoro-phonemes.ts'
import type { Contender, ContenderSetup } from './contender.ts'

type Feeds = Record<string, Tensor>

interface Front {
  rateHz: number
  /** What the model is fed for a sentence, a call each. */
  feed(sentence: string): Promise<Feeds[]>
}

const STYLE_WIDTH = 256
/** As our pool cuts them (src/adapters/onnx/speak-kokoro.ts). */
const PIECE = { most: 200, least: 100 }

/** onnxruntime-node as one would first write it: one session, every core one of its threads, our phonemes, a call after another. */
export async function openOneSession(setup: ContenderSetup): Promise<Contender> {
  const session = await InferenceSession.create(setup.model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: setup.cores,
    logSeverityLevel: 3
  })
  const { rateHz, feed } = await (setup.family === 'kokoro'
    ? kokoroFront(setup, session)
    : piperFront(setup, session))
  const [output = ''] = session.outputNames
  return {
    settings: `intraOpNumThreads ${setup.cores}`,
    workers: 1,
    async say(sentences) {
      let samples = 0
      for (const sentence of sentences)
        for (const feeds of await feed(sentence)) samples += (await session.run(feeds))[output]?.size ?? 0
      return samples / rateHz
    },
    release: () => session.release()
  }
}

const ids = (values: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])

async function kokoroFront({ model, voice }: ContenderSetup, session: InferenceSession): Promise<Front> {
  const bytes = await readFile(join(dirname(model), 'voices', `${voice}.bin`))
  const styles = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const input = session.inputNames.includes('tokens') ? 'tokens' : 'input_ids'
  return {
    rateHz: 24_000,
    async feed(sentence) {
      const { phonemes } = await toKokoroPhonemes(sentence, voice.startsWith('b') ? 'en' : 'en-us')
      return splitPhonemes(phonemes, PIECE).map(piece => {
        const row = styleRow([...piece].length) * STYLE_WIDTH
        return {
          [input]: ids(kokoroTokens(piece)),
          style: new Tensor('float32', styles.slice(row, row + STYLE_WIDTH), [1, STYLE_WIDTH]),
          speed: new Tensor('float32', [1], [1])
        }
      })
    }
  }
}

interface PiperJson {
  audio: { sample_rate: number }
  espeak: { voice: string }
  inference: { noise_scale: number; length_scale: number; noise_w: number }
  phoneme_id_map: Record<string, number[]>
}

async function piperFront({ model }: ContenderSetup, session: InferenceSession): Promise<Front> {
  const voice = JSON.parse(await readFile(`${model}.json`, 'utf8')) as PiperJson
  const { noise_scale, length_scale, noise_w } = voice.inference
  const speaker: Feeds = session.inputNames.includes('sid') ? { sid: new Tensor('int64', [0n], [1]) } : {}
  return {
    rateHz: voice.audio.sample_rate,
    async feed(sentence) {
      const said = toPiperIds(await toPiperPhonemes(sentence, voice.espeak.voice), voice.phoneme_id_map)
      return [
        {
          input: ids(said.ids),
          input_lengths: new Tensor('int64', [BigInt(said.ids.length)], [1]),
          scales: new Tensor('float32', [noise_scale, length_scale, noise_w], [3]),
          ...speaker
        }
      ]
    }
  }
}
