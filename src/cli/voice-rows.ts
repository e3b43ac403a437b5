import type { SpeechFamily } from '../domain/voice.ts'
import type { ListedVoice, Pairs } from './voice-desk.ts'

/** All voices of one kind of speech model, the best of them first. */
export interface VoiceSection {
  family: SpeechFamily
  voices: ListedVoice[]
  /** Voices made for other languages, that are not listed. */
  hidden: number
}

/** By how they sound; what is installed goes before what is not. */
const ORDER: readonly SpeechFamily[] = ['kokoro', 'azure', 'openai', 'piper', 'flite']

/** Kinds and voices in the order in which a person wants to see them; voices of other languages only where all are wanted. */
export function planSections(
  listed: readonly ListedVoice[],
  { family, all = false }: { family?: SpeechFamily; all?: boolean } = {}
): VoiceSection[] {
  return ORDER.filter(kind => family === undefined || kind === family)
    .map(kind => listed.filter(({ voice }) => voice.model === kind))
    .filter(voices => voices.length > 0)
    .sort((a, b) => Number(b.some(isInstalled)) - Number(a.some(isInstalled)))
    .map(voices => {
      const shown = all ? voices : voices.filter(isEnglish)
      const first = voices[0]?.voice.model ?? 'flite'
      return { family: first, voices: shown.sort(byWorth), hidden: voices.length - shown.length }
    })
}

/** The voices that one goes with, the best pair first. */
export function partnersOf({ voice }: ListedVoice, pairs: Pairs): string[] {
  const mine = (pairs[voice.model] ?? []).filter(pair => pair.includes(voice.id))
  return mine.map(([first, second]) => (first === voice.id ? second : first))
}

const isInstalled = ({ installed }: ListedVoice): boolean => installed

/** Of a voice without a card nothing is known, so it is listed. */
export const isEnglish = ({ voice }: ListedVoice): boolean =>
  !('language' in voice) || /^en\b/i.test(voice.language)

/** American and British English, then other languages; in each the maker's best first. */
const byWorth = (a: ListedVoice, b: ListedVoice): number =>
  languageRank(a) - languageRank(b) ||
  languageOf(a).localeCompare(languageOf(b)) ||
  gradeRank(a) - gradeRank(b) ||
  a.voice.id.localeCompare(b.voice.id)

const languageOf = ({ voice }: ListedVoice): string => ('language' in voice ? voice.language : '')
const languageRank = (listed: ListedVoice): number =>
  isEnglish(listed) ? (languageOf(listed).toLowerCase() === 'en-us' ? 0 : 1) : 2

/** A- is worse than A and better than B+; no grade is worse than any. */
function gradeRank({ voice }: ListedVoice): number {
  const [letter, sign] = ('grade' in voice ? voice.grade : undefined) ?? 'Z'
  const nudge = sign === '+' ? -1 : sign === '-' ? 1 : 0
  return (letter ?? 'Z').charCodeAt(0) * 3 + nudge
}
