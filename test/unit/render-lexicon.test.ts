import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadVoices, type VoiceShelf } from '../../src/adapters/voices/load-voices.ts'
import { lexiconFor } from '../../src/stages/render/lexicon-for.ts'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'
import { plainWords } from '../../src/stages/render/spoken-words.ts'

const VOICES = fileURLToPath(new URL('../../voices', import.meta.url))

/** What espeak-ng writes for American English, one symbol each, as Kokoro and Piper know them. */
const VOWELS = '(?:iː|i|ɪ|eɪ|ɛ|æ|ɑː|ɔː|ɔɪ|ɔ|oʊ|uː|ʊ|ʌ|ɜː|ɚ|ə|aɪ|aʊ)'
const CONSONANTS = '(?:tʃ|dʒ|p|b|t|d|k|ɡ|f|v|θ|ð|s|z|ʃ|ʒ|h|m|n|ŋ|l|ɹ|j|w)'
const WORD = new RegExp(`^(?:${CONSONANTS}|[ˈˌ]?${VOWELS})+$`)

let shelf: VoiceShelf

beforeAll(async () => {
  shelf = await loadVoices(VOICES)
})

describe('the common lexicon', () => {
  const phonemesOf = (): [string, string][] =>
    Object.entries(shelf.lexicons.common)
      .filter(([, said]) => said.startsWith('/'))
      .map(([word, said]) => [word, said.slice(1, -1)])

  test('has at least 150 words by their phonemes', () => {
    expect(phonemesOf().length).toBeGreaterThanOrEqual(150)
  })

  test('is written in symbols of espeak-ng alone, with a stress before a vowel', () => {
    const wrong = phonemesOf().filter(
      ([, sound]) => !sound.includes('ˈ') || !sound.split(' ').every(word => WORD.test(word))
    )
    expect(wrong).toEqual([])
  })

  test('reaches a model that takes phonemes with every word, its possessive and its place in a sentence', () => {
    const lexicon = lexiconFor({ lexicons: shelf.lexicons, show: {}, family: 'kokoro', phonemes: true })
    for (const [word, sound] of phonemesOf()) {
      expect(toSpeakable(`Today ${word}, and more.`, { lexicon, phonemes: true })).toBe(
        `Today [${word}](/${sound}/), and more.`
      )
      const whose = toSpeakable(`${word}’s day`, { lexicon, phonemes: true })
      expect(whose).toMatch(/^\[[^\]]+'s\]\(\/[^/]+(?:s|z|ᵻz)\/\) day$/)
      expect(plainWords(whose)).toBe(`${word}'s day`)
    }
  })

  test('never reaches a model that takes none', () => {
    const lexicon = lexiconFor({ lexicons: shelf.lexicons, show: {}, family: 'flite', phonemes: false })
    expect(Object.values(lexicon).filter(said => /[^A-Za-z' -]/.test(said))).toEqual([])
    expect(lexicon).toMatchObject({ Kyiv: 'Keeve' })
  })
})
