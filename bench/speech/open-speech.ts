import { dirname, join } from 'node:path'
import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import type { DeviceWish } from '../../src/adapters/onnx/device.ts'
import { createKokoroSpeech } from '../../src/adapters/onnx/create-kokoro-speech.ts'
import { createPiperSpeech } from '../../src/adapters/onnx/create-piper-speech.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import type { OursSetup } from './tasks.ts'

/** Our own speech model, set as it comes unless told; `onNote` hears of a device that could not be used. */
export async function openSpeech(
  setup: OursSetup,
  onNote: (text: string) => void = () => undefined
): Promise<SpeechModel> {
  const { workers, device = 'cpu' } = setup
  const options = { workers, device: device as DeviceWish, onNote }
  switch (setup.family) {
    case 'flite':
      return createFliteSpeech()
    case 'kokoro':
      return createKokoroSpeech({
        ...options,
        model: setup.model,
        voicesDir: join(dirname(setup.model), 'voices')
      })
    case 'piper':
      return createPiperSpeech({ ...options, voices: setup.model })
  }
}
