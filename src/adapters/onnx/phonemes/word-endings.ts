import type { Accent } from './accent.ts'

/** A word's sound with the s of its plural or its owner. */
export function withEndingS(sound: string, accent: Accent): string {
  if (/[szʃʒʤʧ]$/.test(sound)) return sound + (accent === 'us' ? 'ᵻz' : 'ɪz')
  return sound + (/[ptkfθ]$/.test(sound) ? 's' : 'z')
}
