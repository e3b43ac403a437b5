import { workerData } from 'node:worker_threads'
import type { InferenceSession } from 'onnxruntime-node'
import type { SpeechRequest } from '../../stages/render/ports.ts'
import type { DeviceWish } from './device.ts'
import { hashModel, shortAddress } from './hash-files.ts'
import { ModelFileError } from './model-file-error.ts'
import { throughGate, type NativeGate } from '../native-threads/native-gate.ts'
import { openSession, type OpenSession } from './open-session.ts'
import { toPiperPhonemes } from './phonemes/piper-ids.ts'
import { detectPiperInputs } from './piper-inputs.ts'
import type { PiperVoice } from './plan-piper-voices.ts'
import { speakPiper, type PiperParts } from './speak-piper.ts'
import { handOver, isCancelled, type Opened, type ThreadCall } from './thread-speech.ts'

/** What a thread of Piper is started with. */
export interface PiperSettings {
  voices: readonly PiperVoice[]
}

/** Goes up whenever the same files would sound otherwise. */
const FORMAT = 'piper 1'
/** So many files are loaded at once to find faults; of more, the first, and each other as it is first used. */
const OPENED_AT_ONCE = 4

const { voices, gate } = workerData as PiperSettings & { gate: NativeGate }
type LoadedPiper = OpenSession & { parts: PiperParts }
const loaded = new Map<string, Promise<LoadedPiper>>()

/** A session for each file, which its speakers share; a load that failed is tried again at the next call. */
function load(voice: PiperVoice, wish: DeviceWish): Promise<LoadedPiper> {
  const loading =
    loaded.get(voice.model) ??
    loadFile(voice, wish).catch((error: unknown) => {
      loaded.delete(voice.model)
      throw error
    })
  loaded.set(voice.model, loading)
  return loading
}

async function loadFile({ model, config }: PiperVoice, wish: DeviceWish): Promise<LoadedPiper> {
  const opened = await throughGate(gate, () => openSession(model, wish))
  const { session } = opened
  const inputs = detectPiperInputs(model, session.inputMetadata, session.outputMetadata, config.speakers)
  const run = (feeds: InferenceSession.FeedsType) => throughGate(gate, () => session.run(feeds))
  return { ...opened, parts: { session: { run }, inputs } }
}

/** Loads the voices, and tells what they are. */
export async function open({ wish }: { wish: DeviceWish } & ThreadCall): Promise<Opened> {
  const files = voices.filter(({ model }, i) => voices.findIndex(voice => voice.model === model) === i)
  for (const voice of files) await validateLanguage(voice)
  const opened: LoadedPiper[] = []
  for (const voice of files.slice(0, files.length > OPENED_AT_ONCE ? 1 : OPENED_AT_ONCE))
    opened.push(await load(voice, wish))
  const sums = files.map(voice => `${hashModel(voice.model)} ${JSON.stringify(voice.config)}`)
  const notes = [...new Set(opened.flatMap(({ note }) => note ?? []))]
  return { address: shortAddress([FORMAT, ...sums.sort()]), device: opened[0]?.device ?? 'cpu', notes }
}

async function validateLanguage({ model, config: { espeakVoice } }: PiperVoice): Promise<void> {
  if (espeakVoice === null) return
  await toPiperPhonemes('a', espeakVoice).catch((cause: unknown) => {
    throw new ModelFileError(
      `${model} speaks "${espeakVoice}", and the espeak-ng here says only English: use a voice of en_US or en_GB`,
      { cause }
    )
  })
}

/** Says a text; the samples leave this thread. */
export async function say(call: { request: SpeechRequest; wish: DeviceWish } & ThreadCall): Promise<unknown> {
  const voice = voices.find(({ id }) => id === call.request.voice)
  if (!voice) throw new Error(`unknown voice "${call.request.voice}"`)
  if (isCancelled(call)) throw new Error('given up')
  const { parts } = await load(voice, call.wish)
  return handOver(await speakPiper(voice, parts, call.request, () => isCancelled(call)))
}
