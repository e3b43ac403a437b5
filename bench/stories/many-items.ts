import type { Item } from '../../src/domain/feed.ts'

const VOCABULARY = 30_000
const TITLE_WORDS = 9
const LEAD_WORDS = 60
const STORY_SHARE = 0.4

/** A generator of numbers from 0 to 1 that always gives the same. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const LETTERS = 'etaoinshrdlucmfwypvbgk'
const spell = (rank: number): string =>
  [...(rank + 400).toString(22)].map(digit => LETTERS[parseInt(digit, 22)] ?? '').join('') + 'an'

/**
 * So many feeds of so many items, with words as frequent as in English (Zipf's law) and, of four in ten items, the
 * words of a story that other feeds have too.
 */
export function manyItems(feeds: number, perFeed: number): Item[] {
  const random = createRandom(7)
  const word = (): string => {
    const rank = Math.floor(VOCABULARY ** random())
    const spelled = spell(rank)
    return rank > 3000 && random() < 0.5 ? (spelled[0] ?? '').toUpperCase() + spelled.slice(1) : spelled
  }
  const sentence = (words: number): string[] => Array.from({ length: words }, word)
  const stories = Array.from({ length: (feeds * perFeed) / 20 }, () => sentence(LEAD_WORDS / 3))
  const start = Date.parse('2026-03-03T00:00:00Z')
  return Array.from({ length: feeds * perFeed }, (_, at) => {
    const outlet = `Feed ${at % feeds}`
    const story = random() < STORY_SHARE ? (stories[Math.floor(random() * stories.length)] ?? []) : []
    return {
      id: `item-${at}`,
      feedId: outlet,
      outlet,
      title: [...story.slice(0, 4), ...sentence(TITLE_WORDS - 4)].join(' '),
      url: `https://news.example.org/${at}`,
      publishedAt: new Date(start + Math.floor(random() * 48) * 3_600_000).toISOString(),
      topics: [],
      text: [...story, ...sentence(LEAD_WORDS - story.length)].join(' '),
      substance: 'summary'
    }
  })
}
