import { cardinal, ordinal } from './number-words.ts'
import { replaceInContext } from './patterns.ts'
import type { Rule } from './patterns.ts'

const VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }
const STRICT = /^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

const RULERS = new Set(
  (
    'Abdullah Albert Alexander Alfonso Baudouin Benedict Boris Carl Catherine Charles Christian Constantine David Edward ' +
    'Elizabeth Felipe Ferdinand Francis Franz Frederick Frederik George Gregory Gustaf Gustav Haakon Harald Hassan Henry ' +
    'Hussein Isabella Ivan James John Juan Carlos Julius Leo Leopold Louis Margrethe Mary Maximilian Mohammed Mohammad ' +
    'Napoleon Nicholas Olav Otto Paul Pedro Peter Philip Philippe Pius Rama Rameses Ramses Richard Rudolf Urban Victor ' +
    'Wilhelm Willem William Joseph Emmanuel Emanuel Alexandra Xerxes Darius'
  ).split(' ')
)
const COUNTED =
  /(?:^|[\s("'-])(?:War|Chapter|Part|Act|Volume|Book|Phase|Article|Title|Bowl|Section|Schedule|Scene|Type|Tier|Grade|Level|Class|Stage|Mark|Vatican|Olympiad|Episode|Category|Annex) $/i

function valueOf(numeral: string): number {
  return [...numeral].reduce((sum, letter, at) => {
    const value = VALUES[letter] ?? 0
    return value < (VALUES[numeral[at + 1] ?? ''] ?? 0) ? sum - value : sum + value
  }, 0)
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function isRulers(numeral: string, before: string): boolean {
  const [, office = '', name = ''] = /(?:^|[^\w])(?:([A-Z]\w{1,20}) )?([A-Z][a-z]{1,20}) $/.exec(before) ?? []
  if (/\b[A-Z]\.? [A-Z][a-z]{1,20} $/.test(before) && numeral.length > 1) return true
  if (!RULERS.has(name)) return false
  return (
    numeral.length > 1 ||
    /^(?:King|Queen|Pope|Emperor|Tsar|Henry|Edward|George|Charles)$/.test(office || name)
  )
}

/** "Elizabeth II" → "Elizabeth the Second", "World War II" → "World War Two"; not "Malcolm X" or "I". */
export const romanNumerals: Rule = replaceInContext(
  /(?<![\w.'&-])[IVXL]{1,8}(?![\w&]|\.[A-Za-z]|-[A-Za-z\d]|'(?!s\b)[a-z]{1,2}| [A-Z](?![\w.])| Phone| Pad| O S)/g,
  ([numeral = ''], before, after) => {
    if (!STRICT.test(numeral) || numeral === '') return numeral
    const value = valueOf(numeral)
    if (COUNTED.test(before) && (numeral.length > 1 || /[A-Z][a-z]+ $/.test(before)))
      return capitalised(cardinal(value))
    if (numeral === 'I' && (after.startsWith("'s") || !/\b(?:King|Queen|Emperor|Tsar) \w+ $/.test(before)))
      return numeral
    if (isRulers(numeral, before) && !(numeral === 'X' && after.startsWith(' the')))
      return `the ${capitalised(ordinal(value))}`
    if (numeral.length < 2 || /[L]/.test(numeral)) return numeral
    return /[A-Z][A-Za-z]{1,30} $/.test(before) || numeral.length > 2 ? capitalised(cardinal(value)) : numeral
  }
)
