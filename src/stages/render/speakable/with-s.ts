/** Phonemes of a word with the s of a plural or a possessive: "kˈiːɪv" → "kˈiːɪvz". */
export function withS(sound: string): string {
  if (/(?:[szʃʒ])$/.test(sound)) return `${sound}ᵻz`
  return `${sound}${/[ptkfθ]$/.test(sound) ? 's' : 'z'}`
}
