import { NEWS_TURNS } from '../news-text.ts'

const SYLLABLES =
  'ba cor del fen gar hol im jas kel lor mar nes or pel quin ras sol tam ul ver wes yar zan'.split(' ')
const SENTENCES = NEWS_TURNS.flatMap(turn => turn.split(/(?<=[.?!]) /)).filter(({ length }) => length > 40)
const VERBS = ['opens', 'closes', 'rejects', 'approves', 'delays', 'rebuilds', 'sells', 'investigates']
const NOUNS = ['bridge', 'hospital', 'budget', 'telescope', 'vaccine', 'railway', 'merger', 'reservoir']

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

function nameOf(random: () => number): string {
  const name = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Long words of the sentences give way to others, the frequent ones more often: news has some 20,000 words, a sample has few. */
const WORDS = 20_000
const KEPT = 0.5

const rareWord = (random: () => number): string => {
  const place = Math.floor(WORDS ** random())
  const word = createRandom(place + 17)
  return Array.from({ length: 3 }, () => pick(word, SYLLABLES)).join('')
}

const reworded = (sentence: string, random: () => number): string =>
  sentence.replace(/\b[a-z]{5,}\b/g, word => (random() < KEPT ? word : rareWord(random)))

/** Each story is told by so many feeds, in words of their own. */
const OUTLETS_PER_STORY = 4

/** An item of some 100 words about the story: its names and its matter are the story's, the rest the outlet's. */
function makeItem(story: number, feed: number): string {
  const ofStory = createRandom(story * 7919 + 1)
  const [who, where] = [nameOf(ofStory), nameOf(ofStory)]
  const matter = `${pick(ofStory, VERBS)} the ${pick(ofStory, NOUNS)}`
  const lead = reworded(pick(ofStory, SENTENCES), ofStory)
  const own = createRandom(story * 31 + feed * 104_729)
  const sentences = Array.from({ length: 4 }, () => reworded(pick(own, SENTENCES), own))
  const title = pick(own, [`${who} ${matter} in ${where}`, `${where}: ${who} ${matter}`, `${who} ${matter}`])
  const text = [`${who} ${matter} in ${where}, officials said.`, lead, ...sentences].join(' ')
  const minutesAgo = Math.floor(own() * 1200)
  return (
    `<item><title>${title}</title><link>https://outlet-${feed}.example/${story}</link>` +
    `<guid isPermaLink="false">${feed}-${story}</guid>` +
    `<pubDate>${new Date(Date.now() - minutesAgo * 60_000).toUTCString()}</pubDate>` +
    `<description>${escaped(`<p>${text}</p>`)}</description></item>`
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One of `feeds` RSS feeds whose stories overlap with those of others. */
export function makeFeed(feed: number, feeds: number, items: number): string {
  const stories = Math.ceil((feeds * items) / OUTLETS_PER_STORY)
  const told = Array.from({ length: items }, (_, at) => makeItem((feed * items + at) % stories, feed))
  return (
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Outlet ${feed}</title>` +
    `<link>https://outlet-${feed}.example/</link>${told.join('\n')}</channel></rss>`
  )
}
