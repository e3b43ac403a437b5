import { createToneSpeech } from '../../src/adapters/tone/tone-speech.ts'
import { testSpeechModel } from '../contracts/speech-model.ts'

testSpeechModel('the tone voice', createToneSpeech)
