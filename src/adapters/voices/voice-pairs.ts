import { z } from 'zod'
import { SPEECH_FAMILIES, type SpeechFamily, type Voice } from '../../domain/voice.ts'
import type { VoicePair } from '../../stages/render/cast-hosts.ts'

/** Pairs of voices that go well together, best first, for each kind of speech model. */
export type VoicePairs = Record<SpeechFamily, VoicePair[]>

export const pairsSchema = z.partialRecord(
  z.enum(SPEECH_FAMILIES),
  z.array(
    z.tuple([z.string(), z.string()], 'give two voices, as in [af_heart, am_michael]'),
    'give a list of pairs'
  )
)

/** Every kind has its list; it may be empty. */
export const completePairs = (pairs: z.infer<typeof pairsSchema>): VoicePairs => ({
  flite: pairs.flite ?? [],
  kokoro: pairs.kokoro ?? [],
  piper: pairs.piper ?? [],
  openai: pairs.openai ?? [],
  azure: pairs.azure ?? []
})

/**
 * A voice of a pair that no card knows, where its kind has cards; a voice that is paired with itself. Cards that could
 * not be read have a fault of their own.
 */
export function faultsOfPairs(
  pairs: VoicePairs,
  voices: readonly Voice[],
  unread: readonly string[] = []
): string[] {
  return SPEECH_FAMILIES.flatMap(family => {
    const known = voices.filter(({ model }) => model === family).map(({ id }) => id)
    return pairs[family].flatMap(([first, second], at) => {
      const unknown =
        known.length === 0 ? [] : [first, second].filter(voice => ![...known, ...unread].includes(voice))
      const faults = unknown.map(
        voice => `${family}.${at}: "${voice}" has no card; the cards of ${family} are ${known.join(', ')}`
      )
      return first === second
        ? [...faults, `${family}.${at}: "${first}" is paired with itself; give two voices`]
        : faults
    })
  })
}
