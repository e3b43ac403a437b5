import type { Difference, Story } from '../../../../domain/rundown.ts'
import type { Item } from '../../../../domain/feed.ts'
import { citedOutlet } from '../arrange/cited-outlet.ts'
import { capitalised } from '../language/words.ts'

/** That two outlets give different numbers for one thing, as it is said. */
export interface SpokenDifference {
  text: string
  items: Item[]
  /** The numbers as the outlets write them: it goes after a sentence with one of them. */
  values: string[]
  /** Does it say what is numbered, so that it can stand anywhere? */
  standsAlone: boolean
}

interface Side {
  /** As it is said in the middle of a sentence. */
  value: string
  written: string
  outlet: string
  item: Item
}

const PEOPLE: Readonly<Record<string, string>> = {
  dead: 'the number of dead',
  injured: 'the number of injured',
  missing: 'the number of missing people',
  arrested: 'the number of arrests',
  rescued: 'the number of people rescued',
  evacuated: 'the number of people evacuated',
  marching: 'the number of people marching'
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DATE = new RegExp(`^(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})$`)
const SCORE = /^\d+[-–]\d+$/
const MONEY = /[$€£]|\b(?:dollars?|euros?|pounds?)$/
const SHARE = /(?:%|per ?cent|pct)$/

const textOf = ({ item }: Side): string => `${item.title} ${item.text}`

/** "the number of jobs", where both write "1,200 jobs". */
function countedIn({ what }: Difference, sides: readonly Side[]): string | null {
  const isCounted = sides.every(side => textOf(side).includes(`${side.written} ${what}`))
  return isCounted && what.endsWith('s') ? `the number of ${what}` : null
}

/** "the rate of unemployment", where one of them writes so. */
function measuredIn({ what }: Difference, sides: readonly Side[]): string | null {
  const measures = ['rate', 'share', 'level'].map(measure => `the ${measure} of ${what}`)
  const written = sides.map(side => textOf(side).toLowerCase())
  return measures.find(measure => written.some(text => text.includes(`${measure} `))) ?? null
}

/** What the numbers are of, as far as they show it; null where that cannot be said. */
function nameOf(difference: Difference, sides: readonly Side[]): string | null {
  const all = (pattern: RegExp): boolean => sides.every(({ value }) => pattern.test(value))
  if (sides.some(({ value }) => SCORE.test(value))) return null
  if (all(DATE)) return 'the date'
  if (all(MONEY)) return 'the sum'
  const people = PEOPLE[difference.what]
  return people ?? (all(SHARE) ? measuredIn(difference, sides) : countedIn(difference, sides))
}

const spokenValue = (value: string): string =>
  /^\p{Lu}\p{Ll}+ \d/u.test(value) && DATE.test(value) ? value : lowered(value)
const lowered = (value: string): string => value.charAt(0).toLowerCase() + value.slice(1)

function sidesOf({ values }: Difference, { items }: Story): Side[] {
  return values.flatMap(({ value, itemId }): Side[] => {
    const item = items.find(({ id }) => id === itemId)
    const outlet = item === undefined ? null : citedOutlet(item)
    return item === undefined || outlet === null
      ? []
      : [{ value: spokenValue(value), written: value, outlet, item }]
  })
}

/** "The Wire puts the number at 12, the Ledger at 14." Null where nobody would say it so. */
function sayDifference(difference: Difference, story: Story): SpokenDifference | null {
  const [one, ...others] = sidesOf(difference, story)
  const other = others.find(each => each.value !== one?.value && each.outlet !== one?.outlet)
  if (one === undefined || other === undefined) return null
  const sides = [one, other]
  const name = nameOf(difference, sides)
  if (name === null) return null
  const isPlain = name !== 'the date' && sides.every(({ value }) => /^[\d$€£]/.test(value))
  const [verb, to] = isPlain ? ['puts', 'at'] : ['gives', 'as']
  return {
    text: `${capitalised(one.outlet)} ${verb} ${name} ${to} ${one.value}, ${other.outlet} ${to} ${other.value}.`,
    items: sides.map(({ item }) => item),
    values: sides.map(({ written }) => written),
    standsAlone: difference.what in PEOPLE
  }
}

/** The first difference of a story that can be said, and that `isTrue`; null where there is none. */
export function differenceOf(
  story: Story,
  isTrue: (spoken: SpokenDifference) => boolean
): SpokenDifference | null {
  const spoken = (story.differences ?? []).flatMap(each => sayDifference(each, story) ?? [])
  return spoken.find(isTrue) ?? null
}
