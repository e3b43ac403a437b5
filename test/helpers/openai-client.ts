import { createOpenAiSpeech } from '../../src/adapters/openai/create-openai-speech.ts'
import type { OpenAiSpeechOptions } from '../../src/adapters/openai/create-openai-speech.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import { startOpenAiServer } from './speech-server.ts'
import type { OpenAiServerOptions, SpeechServer } from './speech-server.ts'

export const KOKORO = ['af_alloy', 'af_bella', 'af_heart', 'am_michael']
export const SECRET = 'sk-very-secret-key'
export const LINE = { text: 'The bridge is open again.', voice: 'af_heart', speed: 1 }

/** What a test opened, to be closed after it, last first. */
export const opened: (() => Promise<void>)[] = []

export async function closeOpened(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

export async function serve(options: OpenAiServerOptions): Promise<SpeechServer> {
  const server = await startOpenAiServer(options)
  opened.push(server.close)
  return server
}

export async function connect(
  server: SpeechServer,
  options: Partial<OpenAiSpeechOptions> = {}
): Promise<SpeechModel> {
  const speech = await createOpenAiSpeech({ url: server.url, model: null, ...options })
  opened.push(speech.release)
  return speech
}
