import type { Token } from '../text/token.ts'
import type { Modifier } from './amount.ts'

const BEFORE: readonly [Modifier, RegExp][] = [
  ['at-least', /(?:at least|no fewer than|no less than|a minimum of|minimum of) (?:the )?$/],
  [
    'at-most',
    /(?:at most|no more than|not more than|up to|as many as|as much as|a maximum of|no wider than(?: about)?|as fast as) (?:the )?$/
  ],
  [
    'over',
    /(?:(?<!no |not )more than|over|above|upwards of|exceeding|beyond|exceeds|exceeded|in excess of|just over|well over|a little over|slightly more than|past|topped|tops|topping|passed|north of) (?:the |a )?$/
  ],
  [
    'under',
    /(?:(?<!no |not )(?:less|fewer) than|under|below|nearly|almost|close to|just under|just shy of|shy of|approaching|not quite|a little under) (?:the |a )?$/
  ],
  [
    'about',
    /(?:about|around|roughly|approximately|some|estimated|circa|something like|in the region of|or so) (?:the )?$/
  ]
]
const AFTER: readonly [Modifier, RegExp][] = [
  ['about', /^(?:\S+ )?or so\b|^(?:\S+ )?or thereabouts/],
  ['over', /^(?:\S+ )?(?:or more|and more|plus)\b|^\+/],
  ['at-most', /^(?:\S+ )?or (?:less|fewer)\b/]
]

const joined = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(' ')

/** How exact the number is said to be, by the words around it. */
export function modifierOf(tokens: readonly Token[], from: number, to: number): Modifier {
  const before = `${joined(tokens.slice(Math.max(0, from - 5), from))} `.replace(/[$€£¥] $/, '')
  const after = joined(tokens.slice(to, to + 4))
  return (
    BEFORE.find(([, pattern]) => pattern.test(before))?.[0] ??
    AFTER.find(([, pattern]) => pattern.test(after))?.[0] ??
    'none'
  )
}
