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

interface MadeReport {
  title: string
  text: string
  minutesAgo: number
}

/** Some 100 words about the story: its names and its matter are the story's, the rest the outlet's. */
function makeReport(story: number, feed: number): MadeReport {
  const ofStory = createRandom(story * 7919 + 1)
  const [who, where] = [nameOf(ofStory), nameOf(ofStory)]
  const matter = `${pick(ofStory, VERBS)} the ${pick(ofStory, NOUNS)}`
  const lead = reworded(pick(ofStory, SENTENCES), ofStory)
  const own = createRandom(story * 31 + feed * 104_729)
  const sentences = Array.from({ length: 4 }, () => reworded(pick(own, SENTENCES), own))
  const title = pick(own, [`${who} ${matter} in ${where}`, `${where}: ${who} ${matter}`, `${who} ${matter}`])
  const text = [`${who} ${matter} in ${where}, officials said.`, lead, ...sentences].join(' ')
  return { title, text, minutesAgo: Math.floor(own() * 1200) }
}

function makeItem(story: number, feed: number, origin: string): string {
  const { title, text, minutesAgo } = makeReport(story, feed)
  return (
    `<item><title>${title}</title><link>${origin}/${feed}/${story}.html</link>` +
    `<guid isPermaLink="false">${feed}-${story}</guid>` +
    `<pubDate>${new Date(Date.now() - minutesAgo * 60_000).toUTCString()}</pubDate>` +
    `<description>${escaped(`<p>${text}</p>`)}</description></item>`
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The page of an item: what its feed says, and more. */
export function makePage(feed: number, story: number): string {
  const { title, text } = makeReport(story, feed)
  const more = createRandom(story * 37 + feed)
  const lines = Array.from({ length: 24 }, () => `<p>${reworded(pick(more, SENTENCES), more)}</p>`)
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p>${lines.join('')}</article></body></html>`
}

/** One of `feeds` RSS feeds whose stories overlap with those of others; their pages are at `origin`. */
export function makeFeed(feed: number, feeds: number, items: number, origin: string): string {
  const stories = Math.ceil((feeds * items) / OUTLETS_PER_STORY)
  const told = Array.from({ length: items }, (_, at) => makeItem((feed * items + at) % stories, feed, origin))
  return (
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Outlet ${feed}</title>` +
    `<link>https://outlet-${feed}.example/</link>${told.join('\n')}</channel></rss>`
  )
}
