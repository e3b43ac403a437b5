import { availableParallelism } from 'node:os'
import type { SpeechModel } from '../../stages/render/ports.ts'
import { createPooledSpeech } from './create-pooled-speech.ts'
import { createSessionPool } from './create-session-pool.ts'
import type { DeviceWish } from './device.ts'
import { findPiperVoices, type PiperVoiceFiles } from './find-piper-voices.ts'
import { nameVoices } from './name-voices.ts'
import type { PiperSettings } from './piper-tasks.ts'
import { planPiperVoices, validateVoiceIds } from './plan-piper-voices.ts'
import { planWorkers, WORKER_BYTES } from './plan-workers.ts'
import { readPiperConfig } from './read-piper-config.ts'
import { validateModelFile } from './validate-model-file.ts'

export interface PiperOptions {
  /** The files of each voice; or the path of one .onnx file, or of a folder of them. */
  voices: readonly PiperVoiceFiles[] | string
  device?: DeviceWish
  /** Threads; as many as cores and memory allow unless told. */
  workers?: number | undefined
  /** Told once what a person should know, such as why there is no GPU. */
  onNote?: ((text: string) => void) | undefined
}

const THREAD = new URL('./piper-thread.js', import.meta.url)

/** Short sentences of Piper are good alone. */
const LEAST_CHARACTERS = 20

/** Piper voices through onnxruntime-node, each file's session in each worker thread. Throws a ModelFileError where a file cannot be used. */
export async function createPiperSpeech({
  voices: wanted,
  device = 'cpu',
  workers,
  onNote
}: PiperOptions): Promise<SpeechModel> {
  const files = typeof wanted === 'string' ? await findPiperVoices(wanted) : wanted
  const voices = (await Promise.all(files.map(readVoices))).flat()
  validateVoiceIds(voices)
  const ids = voices.map(({ id }) => id)
  const threads = planWorkers({
    asked: workers,
    cores: availableParallelism(),
    freeBytes: process.availableMemory(),
    bytesEach: WORKER_BYTES.piper * Math.min(2, files.length)
  })
  const settings: PiperSettings = { voices }
  return createPooledSpeech({
    pool: createSessionPool({ thread: THREAD, settings, threads }),
    threads,
    wish: device,
    toOpen: {},
    onNote,
    describe: ({ address }) => ({
      name: `piper-${address}`,
      family: 'piper',
      voices: ids,
      abilities: {
        phonemes: voices.every(({ config }) => config.espeakVoice !== null),
        styles: 'none',
        blends: false,
        repeats: false
      },
      leastCharacters: LEAST_CHARACTERS,
      faultOfVoice: voice =>
        ids.includes(voice) ? null : `unknown voice "${voice}": these Piper files have ${nameVoices(ids)}`
    })
  })
}

async function readVoices(files: PiperVoiceFiles) {
  await validateModelFile(files.model)
  return planPiperVoices(files, await readPiperConfig(files.config))
}
