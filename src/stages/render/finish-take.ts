import type { TakeInfo } from '../../domain/take.ts'
import { encodeWav } from '../../domain/wav.ts'
import { applyGain } from './apply-gain.ts'
import { speechLevelDbfs } from './frame-levels.ts'
import { joinSentences, type SaidSentence } from './join-sentences.ts'
import { limitPeak } from './limit-peak.ts'

export interface FinishedTake {
  wav: Uint8Array<ArrayBuffer>
  info: Omit<TakeInfo, 'dropped'>
}

/** The sentences of a turn as one WAV, with what there is to know of it. */
export function finishTake(
  sentences: readonly SaidSentence[],
  { sampleRateHz, gainDb }: { sampleRateHz: number; gainDb: number }
): FinishedTake {
  const { pcm, spans } = joinSentences(sentences, sampleRateHz)
  const take = applyGain(limitPeak(pcm), gainDb)
  const durationMs = (take.samples.length * 1000) / sampleRateHz
  const info = { durationMs, sampleRateHz, speechLevelDbfs: speechLevelDbfs(take), spans }
  return { wav: encodeWav(take), info }
}
