import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { KOKORO_VOCABULARY } from '../../../src/adapters/onnx/phonemes/kokoro-vocabulary.ts'
import { PEERS } from '../install-peers.ts'
import { copyWithMetadata } from '../protobuf.ts'
import { writeEspeakData } from '../write-espeak-data.ts'
import type { Contender, ContenderSetup } from './contender.ts'

interface SherpaOnnx {
  OfflineTts: {
    createAsync(config: unknown): Promise<{
      generateAsync(request: {
        text: string
        sid: number
        speed: number
      }): Promise<{ samples: Float32Array; sampleRate: number }>
    }>
  }
}

/** What sherpa-onnx looks for inside the file (its scripts/kokoro/v0.19/add_meta_data.py, scripts/piper). */
const KOKORO_PROPERTIES = {
  model_type: 'kokoro',
  language: 'English',
  has_espeak: 1,
  sample_rate: 24000,
  version: 1,
  voice: 'en-us',
  style_dim: '510,1,256',
  n_speakers: 1
}

const peer = createRequire(join(PEERS, 'package.json'))

/** sherpa-onnx-node with all cores as its threads, its phonemes from espeak-ng, a sentence at a time. */
export async function openSherpa(setup: ContenderSetup): Promise<Contender> {
  const { OfflineTts } = peer('sherpa-onnx-node') as SherpaOnnx
  const dataDir = join(setup.scratch, 'espeak-ng-data')
  await mkdir(setup.scratch, { recursive: true })
  await writeEspeakData(peer.resolve('phonemizer'), dataDir)
  const kind = setup.family === 'kokoro' ? await kokoroOf(setup, dataDir) : await piperOf(setup, dataDir)
  const tts = await OfflineTts.createAsync({
    model: { ...kind, numThreads: setup.cores, provider: 'cpu', debug: 0 },
    maxNumSentences: 1
  })
  return {
    settings: `numThreads ${setup.cores}`,
    workers: 1,
    async say(sentences) {
      let seconds = 0
      for (const text of sentences) {
        const { samples, sampleRate } = await tts.generateAsync({ text, sid: 0, speed: 1 })
        seconds += samples.length / sampleRate
      }
      return seconds
    },
    release: () => Promise.resolve()
  }
}

async function kokoroOf({ model, voice, scratch }: ContenderSetup, dataDir: string) {
  return {
    kokoro: {
      model: await withProperties(model, scratch, KOKORO_PROPERTIES),
      voices: join(dirname(model), 'voices', `${voice}.bin`),
      tokens: await writeTokens(scratch, Object.fromEntries(KOKORO_VOCABULARY)),
      dataDir
    }
  }
}

interface PiperJson {
  audio: { sample_rate: number }
  espeak: { voice: string }
  num_speakers: number
  phoneme_id_map: Record<string, number[]>
}

async function piperOf({ model, scratch }: ContenderSetup, dataDir: string) {
  const voice = JSON.parse(await readFile(`${model}.json`, 'utf8')) as PiperJson
  const ids = Object.entries(voice.phoneme_id_map).map(([symbol, [id = 0]]) => [symbol, id] as const)
  return {
    vits: {
      model: await withProperties(model, scratch, {
        model_type: 'vits',
        comment: 'piper',
        language: 'English',
        has_espeak: 1,
        voice: voice.espeak.voice,
        sample_rate: voice.audio.sample_rate,
        n_speakers: voice.num_speakers
      }),
      tokens: await writeTokens(scratch, Object.fromEntries(ids)),
      dataDir
    }
  }
}

/** The copy is made once: later rounds find it. */
async function withProperties(
  model: string,
  scratch: string,
  properties: Record<string, string | number>
): Promise<string> {
  const copy = join(scratch, 'model.onnx')
  if (!existsSync(copy)) await copyWithMetadata(model, copy, properties)
  return copy
}

async function writeTokens(scratch: string, ids: Readonly<Record<string, number>>): Promise<string> {
  const path = join(scratch, 'tokens.txt')
  const lines = Object.entries(ids).map(([symbol, id]) => `${symbol} ${id}\n`)
  await writeFile(path, lines.join(''))
  return path
}
