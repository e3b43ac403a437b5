import { Tensor, type InferenceSession } from 'onnxruntime-node'
import type { Speech, SpeechRequest } from '../../stages/render/ports.ts'
import { joinPieces, type SaidPiece } from './join-pieces.ts'
import { toPiperIds, toPiperPhonemes } from './phonemes/piper-ids.ts'
import { splitPhonemes } from './phonemes/split-phonemes.ts'
import type { PiperInputs } from './piper-inputs.ts'
import type { PiperVoice } from './plan-piper-voices.ts'

export interface PiperParts {
  session: Pick<InferenceSession, 'run'>
  inputs: PiperInputs
}

/** Piper was trained on sentences. A longer one is cut at a clause: 250 phonemes are 500 ids and some 15 s. */
const PIECE = { most: 250, least: 60 }

/** Says a text with a Piper voice, a sentence a call; `cancelled` is asked before each. */
export async function speakPiper(
  voice: PiperVoice,
  { session, inputs }: PiperParts,
  { text, speed }: Pick<SpeechRequest, 'text' | 'speed'>,
  cancelled: () => boolean
): Promise<Speech> {
  const { config } = voice
  const dropped: Record<string, number> = {}
  const said: SaidPiece[] = []
  for (const piece of splitSentences(await phonemesOf(voice, text))) {
    if (cancelled()) throw new Error('given up')
    const read = toPiperIds(piece, config.idMap)
    for (const [symbol, times] of Object.entries(read.dropped))
      dropped[symbol] = (dropped[symbol] ?? 0) + times
    const feeds = piperFeeds(voice, inputs, read.ids, speed)
    const samples = (await session.run(feeds))[inputs.waveform]?.data
    if (!(samples instanceof Float32Array)) throw new Error(`the voice gave no samples in ${inputs.waveform}`)
    said.push({ phonemes: piece, samples })
  }
  if (said.length === 0) throw new Error(`nothing to say in "${text.slice(0, 60)}"`)
  return { samples: joinPieces(said, config.sampleRateHz), sampleRateHz: config.sampleRateHz, dropped }
}

async function phonemesOf({ config }: PiperVoice, text: string): Promise<string> {
  const phonemes =
    config.espeakVoice === null
      ? text.toLowerCase().normalize('NFD')
      : await toPiperPhonemes(text, config.espeakVoice)
  return [...phonemes].flatMap(symbol => config.phonemeMap[symbol] ?? [symbol]).join('')
}

export const splitSentences = (phonemes: string): string[] =>
  phonemes
    .split(/(?<=[.!?])\s+/)
    .flatMap(sentence => splitPhonemes(sentence, PIECE))
    .filter(piece => /\p{L}/u.test(piece))

export function piperFeeds(
  {
    config: { scales },
    speaker
  }: Pick<PiperVoice, 'speaker'> & { config: Pick<PiperVoice['config'], 'scales'> },
  { sid }: PiperInputs,
  ids: readonly number[],
  speed: number
): Record<string, Tensor> {
  const int64 = (values: readonly number[], dims: number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), dims)
  return {
    input: int64(ids, [1, ids.length]),
    input_lengths: int64([ids.length], [1]),
    scales: new Tensor(
      'float32',
      Float32Array.of(scales.noise, scales.length / speed, scales.durationNoise),
      [3]
    ),
    ...(sid ? { sid: int64([speaker ?? 0], [1]) } : {})
  }
}
