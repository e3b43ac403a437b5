import type { Item } from '../../domain/feed.ts'

export const TOPICS = [
  'politics',
  'business',
  'technology',
  'science',
  'health',
  'climate',
  'transport',
  'sport',
  'culture',
  'world'
] as const

export type Topic = (typeof TOPICS)[number]

/** Topics that may close an episode on a lighter note. */
export const LIGHT_TOPICS: ReadonlySet<string> = new Set<Topic>(['culture', 'sport'])

const WORDS: Record<Topic, string> = {
  politics:
    'politics political government election elections parliament congress senate president minister policy vote law court ' +
    'supreme lawmakers republicans democrats labour conservatives campaign bill',
  business:
    'business economy economics markets market companies company finance financial money earnings deals banking bank ' +
    'inflation shares stocks stock revenue profit trade tariffs retail jobs merger investors',
  technology:
    'technology tech ai artificial software computing computers computer internet gadgets chips chip semiconductors ' +
    'cybersecurity programming robots smartphone app apps google microsoft apple openai nvidia linux',
  science:
    'science space astronomy physics biology planets palaeontology paleontology research researchers scientists nasa launch ' +
    'archaeology comet telescope chemistry fossil dinosaur moon rocket spacecraft',
  health:
    'health medicine medical disease vaccine vaccines hospital hospitals cancer nhs virus patients doctors nutrition fitness',
  climate:
    'climate environment environmental energy weather wildlife emissions carbon warming flood floods wildfire wildfires storm ' +
    'hurricane drought conservation solar renewable',
  transport:
    'transport rail railway trains train aviation airline airlines airport cars autos car road roads shipping bridge bridges ' +
    'infrastructure engineering electric',
  sport:
    'sport sports football soccer cricket tennis rugby golf olympics olympic league cup champions match nba nfl mlb nhl ' +
    'basketball baseball gymnastics coach tournament formula',
  culture:
    'culture arts art film films movie movies music books book games gaming theatre theater television tv celebrity ' +
    'entertainment festival museum food travel fashion architecture lifestyle design comedy style album actor',
  world:
    'world international europe africa asia americas ukraine russia china israel gaza war military un troops refugees ' +
    'diplomacy foreign border'
}

const TOPIC_OF = new Map(
  TOPICS.flatMap(topic => WORDS[topic].split(' ').map((word): [string, Topic] => [word, topic]))
)

const CATEGORY_WEIGHT = 4
const TITLE_WEIGHT = 2

function count(scores: Map<Topic, number>, text: string, weight: number): void {
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const topic = TOPIC_OF.get(word)
    if (topic !== undefined) scores.set(topic, (scores.get(topic) ?? 0) + weight)
  }
}

/** What a story's items are about, in a word that can be said; null where no word tells. Their categories count most. */
export function topicOf(items: readonly Item[]): Topic | null {
  const scores = new Map<Topic, number>()
  for (const item of items) {
    item.topics.slice(0, 5).forEach(topic => count(scores, topic, CATEGORY_WEIGHT))
    count(scores, item.title, TITLE_WEIGHT)
    count(scores, item.text.slice(0, 400), 1)
  }
  const best = [...scores].sort((a, b) => b[1] - a[1] || TOPICS.indexOf(a[0]) - TOPICS.indexOf(b[0]))[0]
  return best !== undefined && best[1] > 1 ? best[0] : null
}
