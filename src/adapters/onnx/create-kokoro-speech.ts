import { availableParallelism } from 'node:os'
import type { SpeechModel } from '../../stages/render/ports.ts'
import { createPooledSpeech } from './create-pooled-speech.ts'
import { createSessionPool } from './create-session-pool.ts'
import type { DeviceWish } from './device.ts'
import { faultOfKokoroVoice } from './fault-of-kokoro-voice.ts'
import type { KokoroSettings } from './kokoro-tasks.ts'
import { listKokoroVoices } from './list-kokoro-voices.ts'
import { canonicalVoice } from './parse-blend.ts'
import { planWorkers, WORKER_BYTES } from './plan-workers.ts'
import { validateModelFile } from './validate-model-file.ts'

export interface KokoroOptions {
  /** Path of the .onnx file. */
  model: string
  /** The folder of the voices' .bin files. */
  voicesDir: string
  device?: DeviceWish
  /** Threads; as many as cores and memory allow unless told. */
  workers?: number | undefined
  /** Where it is known already; else the file is read for it. */
  modelSha256?: string | undefined
  /** Told once what a person should know, such as why there is no GPU. */
  onNote?: ((text: string) => void) | undefined
}

const THREAD = new URL('./kokoro-thread.js', import.meta.url)

/** What a short sentence is said with: alone it sounds rushed (fewer than some 20 tokens, hexgrad's VOICES.md). */
const LEAST_CHARACTERS = 60

/** Kokoro-82M through onnxruntime-node, 24 kHz, a session in each worker thread. Throws a ModelFileError where a file cannot be used. */
export async function createKokoroSpeech({
  model,
  voicesDir,
  device = 'cpu',
  workers,
  modelSha256,
  onNote
}: KokoroOptions): Promise<SpeechModel> {
  await validateModelFile(model)
  const voices = await listKokoroVoices(voicesDir)
  const threads = planWorkers({
    asked: workers,
    cores: availableParallelism(),
    freeBytes: process.availableMemory(),
    bytesEach: WORKER_BYTES.kokoro
  })
  const settings: KokoroSettings = { model, voicesDir, voices }
  return createPooledSpeech({
    pool: createSessionPool({ thread: THREAD, settings, threads }),
    threads,
    wish: device,
    toOpen: { modelSha256: modelSha256 ?? null },
    onNote,
    describe: ({ address }) => ({
      name: `kokoro-${address}`,
      family: 'kokoro',
      voices,
      abilities: { phonemes: true, styles: 'voice', blends: true, repeats: false },
      leastCharacters: LEAST_CHARACTERS,
      faultOfVoice: voice => faultOfKokoroVoice(voice, voices),
      canonicalVoice
    })
  })
}
