import type { Pace } from '../../domain/voice.ts'
import type { PlannedSentence } from './plan-take.ts'
import { plainWords } from './spoken-words.ts'

/** What a sentence's end and a comma cost, by regression over 180 turns of news, sample and Guardian scripts. */
const SENTENCE_SECONDS = 0.5
const COMMA_SECONDS = 0.32

type Spoken = Pick<PlannedSentence, 'spoken'>

/** Runs of vowels, a silent e at the end left out: near enough to English syllables in the mean. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length < 2) return letters.length
  return Math.max(1, letters.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 0)
}

/** Syllables of what is said, as a measure of how long it takes: "$46.7 billion" has nine of them, in two words. */
export const countSyllables = (sentences: readonly Spoken[]): number =>
  sentences
    .flatMap(({ spoken }) => plainWords(spoken).split(/[\s-]+/))
    .reduce((sum, word) => sum + syllablesOf(word), 0)

/** Seconds of a take in which nobody speaks: between its sentences, and at the commas inside them. */
export const pauseSeconds = (sentences: readonly Spoken[]): number =>
  (sentences.length - 1) * SENTENCE_SECONDS +
  sentences.reduce((sum, { spoken }) => sum + (plainWords(spoken).match(/[,;:]/g)?.length ?? 0), 0) *
    COMMA_SECONDS

/** Seconds that a voice takes to say the sentences of a turn; summed over a script it is right within 2 %. */
export const estimateSeconds = (
  sentences: readonly Spoken[],
  pace: Pick<Pace, 'syllablesPerSecond'>
): number => countSyllables(sentences) / pace.syllablesPerSecond + pauseSeconds(sentences)
