import { describe } from 'vitest'
import { createKokoroSpeech } from '../../src/adapters/onnx/create-kokoro-speech.ts'
import { testSpeechModel } from '../contracts/speech-model.ts'
import { hasStandIns, kokoroStandIn, NO_STAND_INS } from '../helpers/stand-in-models.ts'

describe.skipIf(!hasStandIns)(`Kokoro${NO_STAND_INS}`, () => {
  testSpeechModel(
    'Kokoro',
    async () => createKokoroSpeech({ ...(await kokoroStandIn({ small: true })), workers: 2 }),
    { mostVoices: 2 }
  )
})
