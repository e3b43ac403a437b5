import type { PiperVoiceFiles } from './find-piper-voices.ts'
import { toVoiceId } from './find-piper-voices.ts'
import { ModelFileError } from './model-file-error.ts'
import type { PiperConfig } from './read-piper-config.ts'

/** One voice of Piper: a file, or one speaker of a file. */
export interface PiperVoice {
  id: string
  model: string
  config: PiperConfig
  /** Null where the file has one speaker. */
  speaker: number | null
}

/** The voices of a file: one, or one for each speaker. */
export function planPiperVoices({ id, model }: PiperVoiceFiles, config: PiperConfig): PiperVoice[] {
  if (config.speakers === 1) return [{ id, model, config, speaker: null }]
  const names = new Map(Object.entries(config.speakerIds).map(([name, speaker]) => [speaker, name]))
  return Array.from({ length: config.speakers }, (_, speaker) => ({
    id: `${id}-${toVoiceId(names.get(speaker) ?? String(speaker))}`,
    model,
    config,
    speaker
  }))
}

/** Throws where two voices have one name. */
export function validateVoiceIds(voices: readonly PiperVoice[]): void {
  const twice = voices.find(({ id }, i) => voices.findIndex(voice => voice.id === id) < i)
  if (twice)
    throw new ModelFileError(
      `two Piper voices are called ${twice.id}: rename one of the files (${twice.model})`
    )
}
