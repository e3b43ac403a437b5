import type { Story } from '../../../../domain/rundown.ts'

/** Topics of feeds that a host can name, and how. Other tags are a site's own and mean nothing by ear. */
const TOPICS: Record<string, string> = {
  technology: 'technology',
  tech: 'technology',
  science: 'science',
  business: 'business',
  economy: 'the economy',
  politics: 'politics',
  health: 'health',
  climate: 'the climate',
  environment: 'the environment',
  sport: 'sport',
  sports: 'sports',
  culture: 'culture',
  arts: 'the arts',
  music: 'music',
  film: 'film',
  books: 'books',
  education: 'education',
  transport: 'transport',
  travel: 'travel',
  space: 'space',
  energy: 'energy',
  weather: 'the weather',
  astronomy: 'astronomy',
  'artificial intelligence': 'artificial intelligence',
  ai: 'artificial intelligence',
  chips: 'computer chips',
  finance: 'finance',
  markets: 'the markets',
  security: 'security',
  gaming: 'games',
  games: 'games'
}

const nameOf = (topic: string): string => TOPICS[topic.trim().toLowerCase()] ?? ''

/**
 * How a story's topic is said: as its outlets file it, which may be closer than the story's own; empty where they do not
 * file it under one that can be said, as a topic that was guessed from its words may be wrong.
 */
export function spokenTopic({ topic, items }: Pick<Story, 'topic' | 'items'>): string {
  const filed = items.flatMap(item => item.topics.map(nameOf)).filter(name => name !== '')
  const own = nameOf(topic ?? '')
  return topic === null ? '' : filed.includes(own) ? own : (filed[0] ?? '')
}

/** That can stand before "news". */
const FIELDS = new Set(
  'technology science business health sports transport travel space energy education'.split(' ')
)

/** The topic as it is said before "news"; empty where nobody would. */
export const newsFieldOf = (topic: string): string => (FIELDS.has(topic) ? topic : '')
