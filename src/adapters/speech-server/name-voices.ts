const MOST = 30

/** Voices as a list that a person can take in; of many, the first. */
export const nameVoices = (voices: readonly string[]): string =>
  voices.length <= MOST
    ? voices.join(', ') || 'none'
    : `${voices.slice(0, MOST).join(', ')} and ${voices.length - MOST} more (duologue voices list)`

/** The same voices, those that are preferred first: hosts without a voice of their own are given the first two. */
export function preferVoices(voices: readonly string[], preferred: readonly string[]): string[] {
  const first = preferred.filter(voice => voices.includes(voice))
  return [...new Set([...first, ...voices])]
}
