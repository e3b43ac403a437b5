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

/** How a story's topic is said; empty where it is not one that can be. */
export const spokenTopic = (topic: string | null): string => TOPICS[topic?.trim().toLowerCase() ?? ''] ?? ''
