import type { InferenceSession } from 'onnxruntime-node'
import type { Speech, SpeechRequest } from '../../stages/render/ports.ts'
import { joinPieces, type SaidPiece } from './join-pieces.ts'
import type { KokoroInputs } from './kokoro-inputs.ts'
import { leanStyle } from './lean-style.ts'
import { parseBlend } from './parse-blend.ts'
import { kokoroTokens, styleRow } from './phonemes/kokoro-tokens.ts'
import { splitPhonemes } from './phonemes/split-phonemes.ts'
import { toKokoroPhonemes } from './phonemes/to-kokoro-phonemes.ts'
import { KOKORO_RATE_HZ, runKokoro } from './run-kokoro.ts'
import { stretchTime } from './stretch-time.ts'
import { styleVector } from './style-vector.ts'

export interface KokoroParts {
  session: Pick<InferenceSession, 'run'>
  inputs: KokoroInputs
  voices: readonly string[]
  voiceNamed: (voice: string) => Float32Array
}

/** Measured: a worker comes to 0.67 GB with pieces of 200 phonemes, 0.82 GB with 300; longer ones are no faster. */
const PIECE = { most: 200, least: 100 }

/** British voices say British English, all others American English, those of other languages with their accent. */
export const languageOfVoice = (voice: string): 'en' | 'en-us' => (voice.startsWith('b') ? 'en' : 'en-us')

/** Says a text with Kokoro, piece by piece; `cancelled` is asked before each. */
export async function speakKokoro(
  { session, inputs, voices, voiceNamed }: KokoroParts,
  { text, voice, speed, style, intensity = 1 }: SpeechRequest,
  cancelled: () => boolean
): Promise<Speech> {
  const blend = parseBlend(voice)
  if (typeof blend === 'string') throw new Error(blend)
  const first = blend[0]?.voice ?? voice
  const { phonemes, dropped } = await toKokoroPhonemes(text, languageOfVoice(first))
  if (!/\p{L}/u.test(phonemes)) throw new Error(`nothing to say in "${text.slice(0, 60)}"`)
  const lean = leanStyle(first, style, intensity, voices)
  const modelSpeed = inputs.speedType === 'float32' ? speed : 1
  const said: SaidPiece[] = []
  for (const piece of splitPhonemes(phonemes, PIECE)) {
    if (cancelled()) throw new Error('given up')
    const tokens = kokoroTokens(piece)
    const styled = styleVector(styleRow(tokens.length - 2), blend, lean, voiceNamed)
    const { samples } = await runKokoro(session, inputs, { tokens, style: styled, speed: modelSpeed })
    said.push({ phonemes: piece, samples })
  }
  const samples = stretchTime(joinPieces(said, KOKORO_RATE_HZ), speed / modelSpeed, KOKORO_RATE_HZ)
  return { samples, sampleRateHz: KOKORO_RATE_HZ, dropped }
}
