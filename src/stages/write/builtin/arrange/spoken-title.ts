import type { Item } from '../../../../domain/feed.ts'
import { countWords } from '../../../../domain/text.ts'
import { isImproper } from '../sentences/sentence-faults.ts'
import { isDateless } from '../sentences/settle-dates.ts'
import { cleanTitle } from './titles.ts'
import { FUNCTION_WORDS, IRREGULAR_VERBS, ORDER_VERBS } from '../language/word-lists.ts'
import { contentStems, startsUpper, stemOf, tokensOf } from '../language/words.ts'

const WORDS = [4, 14] as const
const BAIT =
  /^(?:why|how|what|when|where|who|which|here|this|these|that|those|it|he|she|they|his|her|their|there|meet|inside|is|are|can|could|should|would|will|does|do|did|\d+ (?:\w+ )?(?:things|ways|reasons|tips|facts|best|times|photos|books|films|movies|signs|questions|of the best))\b|\b(?:you|your|i|my|we|our|us|me|here['’]s|won['’]t believe|this is|everything|must-see|best .* deals?|live|watch|vs|tl;dr|til|amazing|shocking|things to know)\b/i

/** Headlines with capitals on every word are said, and printed, like any other sentence. */
function sentenceCase(title: string, text: string): string {
  const words = title.split(' ')
  const isTitled = words.slice(1).filter(startsUpper).length > words.length * 0.6
  if (!isTitled) return title
  const inText = new Set(text.split(/[^\p{L}'’-]+/u))
  const lower = (word: string): string =>
    inText.has(word.toLowerCase()) ||
    !inText.has(word) ||
    FUNCTION_WORDS.has(word.toLowerCase()) ||
    HEADLINE_VERBS.has(word.toLowerCase())
      ? word.toLowerCase()
      : word
  return words.map((word, at) => (at > 0 && /^\p{Lu}\p{Ll}*$/u.test(word) ? lower(word) : word)).join(' ')
}

const HEADLINE_VERBS = new Set(
  (
    'unveils announces launches ships opens moves puts adds plans passes arrives begins brings lands launches releases reveals raises cuts ' +
    'warns urges backs bans blocks joins hits faces seeks signs sells sues tops wins loses names makes gets gives takes ' +
    'turns finds shows sees calls completes carries writes codes keeps reaches rises falls grows draws returns agrees ' +
    'reports deploys flies gains maps ends admits vows offers resigns dies kills strikes hires buys bids rejects approves ' +
    'votes orders starts stops expands halts delays accuses denies defends pledges promises threatens closes spots ' +
    'discovers detects builds tests posts beats breaks leads leaves heads plays pays sends runs sets says tells asks ' +
    'wants needs helps holds drops jumps climbs slips sinks soars becomes remains marks celebrates welcomes warms glows'
  ).split(' ')
)

const looksLikeVerb = (word: string): boolean =>
  IRREGULAR_VERBS.has(word) || HEADLINE_VERBS.has(word) || /^\p{Ll}{3,}ed$/u.test(word) || word === 'to'

/** Does the text say what the headline says? Every figure and most words are in it. */
function isBacked(title: string, text: string): boolean {
  const inText = new Set(tokensOf(text).map(stemOf))
  const stems = [...contentStems(title)]
  const figures = tokensOf(title).filter(word => /\d/.test(word))
  const shared = stems.filter(stem => inText.has(stem)).length
  return figures.every(figure => inText.has(stemOf(figure))) && shared >= stems.length * 0.6
}

/** A headline as it is said in a line-up, with a full stop; null where no one would say it, or the text does not bear it out. */
export function spokenTitle(item: Pick<Item, 'title' | 'outlet' | 'text'>): string | null {
  const clean = cleanTitle(item.title, item.outlet).replace(/\.$/, '')
  const title = sentenceCase(clean, item.text)
  const [least, most] = WORDS
  const words = countWords(title)
  const tokens = tokensOf(title)
  const isSayable =
    words >= least &&
    words <= most &&
    !/[:;?!|"“”‘…()/=]|(?:^|\s)['’]|\.{2}|['’](?:\s|$)| [–—-] /.test(title) &&
    !BAIT.test(title) &&
    !/(?:\b\p{Lu}{4,}\b[ ,]*){2}/u.test(title) &&
    /^\p{Lu}/u.test(title) &&
    !ORDER_VERBS.has((tokens[0] ?? '').toLowerCase()) &&
    tokens.slice(1).some(word => looksLikeVerb(word.toLowerCase())) &&
    isDateless(title) &&
    !isImproper(title)
  return isSayable && isBacked(title, item.text) ? `${title}.` : null
}
