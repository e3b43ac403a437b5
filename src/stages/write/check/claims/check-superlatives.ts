import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'

/** What is called unequalled, and what the source must say of it. */
const SUPERLATIVES: readonly [said: RegExp, given: RegExp][] = [
  [
    /\b(?:first|\w{3,}est)\b[^.,]{0,30}\bever\b(?! since)/,
    /\bever\b|\bnever\b|\bin the world\b|\bin history\b/
  ],
  [
    /\b(?:first(?:-| )ever|(?:for|marks|is|was|be|became|becomes|becoming) the (?:very )?first|the (?:very )?first(?= (?!half|quarter|place|estimate|time since)\w+)|never before|unprecedented|pioneering)\b/,
    /\bfirst\b|\bnever\b|\bno earlier\b|\bno other\b|\bnobody\b|\bnot been seen\b|\bonly\b|\bunprecedented\b|\bpioneer/
  ],
  [
    /\b(?:largest|biggest|greatest|most extensive)\b/,
    /\b(?:largest|biggest|greatest|most extensive|record)\b/
  ],
  [/\bsmallest|tiniest\b/, /\bsmallest|tiniest\b/],
  [
    /\b(?:record|record-breaking|all-time|highest ever|in (?:its|their|the) history)\b(?! (?:shop|label|store|keep|of|by|company))/,
    /\brecord|all-time|highest|history|ever\b/
  ],
  [/\bhighest\b/, /\bhighest|tallest|record|peak\b/],
  [/\blowest\b/, /\blowest|record|smallest\b/],
  [/\b(?:oldest|earliest)\b/, /\boldest|earliest\b/],
  [/\byoungest|newest\b/, /\byoungest|newest|latest|newborn\b/],
  [/\bfastest|quickest\b/, /\bfastest|quickest|record\b/],
  [/\bslowest\b/, /\bslowest\b/],
  [/\btallest\b/, /\btallest|highest\b/],
  [/\blongest\b/, /\blongest|record\b/],
  [/\bshortest\b/, /\bshortest\b/],
  [
    /\b(?:the best|worst|cheapest|strongest|weakest|heaviest|deadliest|hottest|coldest|warmest|wettest|driest|richest|poorest|safest|busiest|brightest|rarest|deepest|hardest|toughest|finest|closest|nearest|farthest|widest|thinnest|cleanest|simplest|easiest|darkest)\b(?! of luck| known| guess)/,
    /$^/
  ],
  [/\bthe only\b/, /\bonly\b|\bno other\b|\bfirst\b|\bsole\b|\bunique\b|\balone\b|\bnot been seen\b/],
  [/\bthe most \w+/, /\bmost\b|\bone of the\b|\w{3,}est\b/],
  [
    /\b(?:world-leading|groundbreaking|ground-breaking|revolutionary|historic|landmark|unmatched|unrivalled|unbeatable)\b/,
    /$^/
  ]
]

const IDLE =
  /\bat best\b|\bfirst of all\b|\bthe first thing\b|\bour (?:first|biggest|top)\b|\bthe first (?:story|stop|half|quarter|of our)\b/g

const EST =
  /\bthe (?:very )?(?!(?:interest|forest|request|west|guest|protest|contest|harvest|rest|test|latest|next|best|first|request|conquest|quest|nest|chest|priest|midwest|northwest|southwest)\b)(\w{3,}est)\b/

/** Without its dates: "the first of June" is no first. */
const undated = ({ text, dates }: Statement): string =>
  dates.reduce((rest, date) => rest.replace(date.text, ' '), text).replace(/\bthe\s+,/g, ' ')

function anyFault(text: string, given: string): TurnFault[] {
  const word = EST.exec(text)?.[1]
  const isGiven = word === undefined || given.includes(word) || given.includes(word.replace(/i?est$/, ''))
  return isGiven
    ? []
    : [{ kind: 'superlative', text: word, message: `"${word}" is more than the cited items say` }]
}

/** Without the names of its sources: the Daily Record is no record. */
const unnamed = (text: string, outlets: readonly string[]): string =>
  outlets.reduce((rest, outlet) => rest.replaceAll(foldText(outlet).replace(/^the /, ''), ' '), text)

function superlativeFaults(said: Statement, given: string, outlets: readonly string[]): TurnFault[] {
  const text = unnamed(foldText(undated(said)), outlets).replace(IDLE, ' ')
  const found = listedFaults(text, given)
  return found.length > 0 ? found : anyFault(text, given)
}

function listedFaults(text: string, given: string): TurnFault[] {
  return SUPERLATIVES.flatMap(([pattern, support]) => {
    const word = pattern.exec(text)?.[0]
    if (word === undefined || support.test(given) || given.includes(word)) return []
    return [
      { kind: 'superlative' as const, text: word, message: `"${word}" is more than the cited items say` }
    ]
  })
}

/** "The first ever", "the largest" where the cited items do not say so. */
export const checkSuperlatives = ({ sentences, cited, isStory, items }: Reading): TurnFault[] =>
  sentences.flatMap(said => {
    const outlets = [...new Set(items.map(({ outlet }) => outlet))]
    if (!isStory && /welcome|this is|hello|stories/i.test(said.text)) return []
    const near = cited.filter(({ stems }) => [...said.stems].some(stem => stems.has(stem)))
    return superlativeFaults(
      said,
      foldText((near.length > 0 ? near : cited).map(({ text }) => text).join(' ')),
      outlets
    )
  })
