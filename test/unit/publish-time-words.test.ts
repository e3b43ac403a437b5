import { describe, expect, test } from 'vitest'
import { timeWords } from '../../src/stages/publish/time-words.ts'

const sentence = { host: 'Ray', startMs: 1000, endMs: 5000 }

describe('timeWords', () => {
  test('a clause ends where its pause begins, and the next begins where it ends', () => {
    const words = timeWords({ ...sentence, text: 'In the morning, it rained.', pauses: [[2900, 3150]] })
    expect([words[0]?.startMs, words[2]?.endMs, words[3]?.startMs, words.at(-1)?.endMs]).toEqual([
      1000, 2900, 3150, 5000
    ])
  })

  test('a number takes the time of what is said', () => {
    const words = timeWords({ ...sentence, text: 'He paid 46.7 billion.' })
    const length = (index: number) => (words[index]?.endMs ?? 0) - (words[index]?.startMs ?? 0)
    expect(length(2)).toBeGreaterThan(2 * length(1))
  })

  test('a pause that no clause explains is left aside', () => {
    const words = timeWords({
      ...sentence,
      text: 'One two three four five six seven, eight.',
      pauses: [
        [1300, 1450],
        [4200, 4400]
      ]
    })
    expect([words[6]?.endMs, words[7]?.startMs]).toEqual([4200, 4400])
  })

  test('times never run backwards, whatever the pauses', () => {
    const text = 'A, b, c: d; e, f, g, h.'
    for (let seed = 1; seed < 50; seed++) {
      const pauses = Array.from({ length: seed % 9 }, (_, index): [number, number] => {
        const from = 1000 + index * 430 + ((seed * 37) % 200)
        return [from, from + 150]
      })
      const times = timeWords({ ...sentence, text, pauses }).flatMap(word => [word.startMs, word.endMs])
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times).toHaveLength(16)
    }
  })
})
