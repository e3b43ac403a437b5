import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import type { InferenceSession } from 'onnxruntime-node'
import type { SpeechRequest } from '../../stages/render/ports.ts'
import type { DeviceWish } from './device.ts'
import { hashBytes, hashModel, shortAddress } from './hash-files.ts'
import { detectKokoroInputs } from './kokoro-inputs.ts'
import { throughGate, type NativeGate } from '../native-threads/native-gate.ts'
import { openSession, type OpenSession } from './open-session.ts'
import { readVoice } from './read-voice.ts'
import { speakKokoro, type KokoroParts } from './speak-kokoro.ts'
import { handOver, isCancelled, type Opened, type ThreadCall } from './thread-speech.ts'

/** What a thread of Kokoro is started with. */
export interface KokoroSettings {
  model: string
  voicesDir: string
  voices: readonly string[]
}

/** Goes up whenever the same files would sound otherwise. */
const FORMAT = 'kokoro 1'
const INT_SPEED =
  'this export of Kokoro takes whole numbers for speed: pace is changed after it, by stretching'

const { model, voicesDir, voices, gate } = workerData as KokoroSettings & { gate: NativeGate }
const pathOf = (voice: string): string => join(voicesDir, `${voice}.bin`)
const read = new Map<string, Float32Array>()
let loaded: Promise<OpenSession & { parts: KokoroParts }> | undefined

/** One session for the life of the thread; a load that failed is tried again at the next call. */
const loadOnce = (wish: DeviceWish): Promise<OpenSession & { parts: KokoroParts }> =>
  (loaded ??= load(wish).catch((error: unknown) => {
    loaded = undefined
    throw error
  }))

async function load(wish: DeviceWish): Promise<OpenSession & { parts: KokoroParts }> {
  const opened = await throughGate(gate, () => openSession(model, wish))
  const { session } = opened
  const inputs = detectKokoroInputs(model, session.inputMetadata, session.outputMetadata)
  const run = (feeds: InferenceSession.FeedsType) => throughGate(gate, () => session.run(feeds))
  return { ...opened, parts: { session: { run }, inputs, voices, voiceNamed } }
}

function voiceNamed(voice: string): Float32Array {
  const style = read.get(voice) ?? readVoice(pathOf(voice))
  read.set(voice, style)
  return style
}

/** Loads the model, and tells what it is; checks all voices. */
export async function open({
  wish,
  modelSha256
}: { wish: DeviceWish; modelSha256: string | null } & ThreadCall): Promise<Opened> {
  const { device, note, parts } = await loadOnce(wish)
  const sums = voices.map(voice => `${voice} ${hashBytes(readVoice(pathOf(voice)))}`)
  const address = shortAddress([FORMAT, modelSha256 ?? hashModel(model), ...sums])
  const notes = [note, parts.inputs.speedType === 'float32' ? null : INT_SPEED]
  return { address, device, notes: notes.filter(text => text !== null) }
}

/** Says a text; the samples leave this thread. */
export async function say(call: { request: SpeechRequest; wish: DeviceWish } & ThreadCall): Promise<unknown> {
  if (isCancelled(call)) throw new Error('given up')
  const { parts } = await loadOnce(call.wish)
  return handOver(await speakKokoro(parts, call.request, () => isCancelled(call)))
}
