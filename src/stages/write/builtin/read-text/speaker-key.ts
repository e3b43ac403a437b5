import { DETERMINERS } from './speaker-words.ts'

/** Words by which two mentions of a person are known to be of one: of "the old keeper" the last. */
export function speakerKey(speaker: string): string[] {
  const words = speaker.toLowerCase().split(' ')
  return DETERMINERS.has(words[0] ?? '') ? words.slice(-1) : words
}

const holds = (key: readonly string[], other: readonly string[]): boolean =>
  other.every(word => key.includes(word))

/** "Anna" and "Anna Brook" */
export function isSameSpeaker(a: string, b: string): boolean {
  const [one, two] = [speakerKey(a), speakerKey(b)]
  return holds(one, two) || holds(two, one)
}

/** Each once, as it is named first. */
export const distinctSpeakers = (speakers: readonly string[]): string[] =>
  speakers.reduce<string[]>(
    (known, speaker) => (known.some(each => isSameSpeaker(each, speaker)) ? known : [...known, speaker]),
    []
  )
