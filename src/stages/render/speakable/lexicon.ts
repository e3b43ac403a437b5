import { fold } from './fold.ts'
import type { Rule } from './patterns.ts'
import { markPhonemes, parsePhonemeMark } from './phoneme-marks.ts'
import { withS } from './with-s.ts'

type Entry = [key: string, said: string]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
const eitherCase = (text: string): string =>
  escaped(text).replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`)

/** A key with a capital is matched as it is written, any other in any case. */
const hasCapital = (key: string): boolean => key !== key.toLowerCase()

/** A name may be printed without its accents; "résumé" may not, since "resume" is another word. */
const allows = (key: string, printed: string): boolean =>
  hasCapital(key) || key === fold(key) || key === printed.toLowerCase()

/** "Xis" is no plural of "Xi", nor "BRICSs" of "BRICS". */
const takesS = (key: string): boolean => /\p{L}{3}/u.test(key) && !/(?:[sxz]|ch|sh)$/i.test(key)

function sayWith(said: string, printed: string, ending: string): string {
  const mark = parsePhonemeMark(said)
  if (mark !== null) return markPhonemes(printed + ending, ending === '' ? mark.sound : withS(mark.sound))
  if (ending === 's' && /(?:^|[ -])[A-Z]$/.test(said)) return `${said}'s`
  return said + (ending === "s'" ? 's' : ending)
}

function entriesByFold(entries: readonly Entry[]): Map<string, Entry[]> {
  const byFold = new Map<string, Entry[]>()
  for (const entry of entries) {
    const folded = fold(entry[0])
    byFold.set(folded, [...(byFold.get(folded) ?? []), entry])
  }
  return byFold
}

/** Longest first, so that "GPT-5" comes before "GPT"; with its possessive and its plural. */
function anyOf(keys: readonly string[]): RegExp {
  const sources = keys
    .toSorted((a, b) => b.length - a.length)
    .map(key => (hasCapital(key) ? escaped(key) : eitherCase(key)))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(${sources.join('|')})('s|s'|s)?(?![\p{L}\p{N}])`, 'gu')
}

function buildRule(lexicon: Record<string, string>): Rule {
  const entries = Object.entries(lexicon)
    .map(([key, said]): Entry => [key.normalize('NFC'), said])
    .filter(([key]) => key.trim() !== '')
  if (entries.length === 0) return text => text
  const byFold = entriesByFold(entries)
  const pattern = anyOf([...byFold.keys()])
  const find = (printed: string): Entry | undefined => {
    const known = byFold.get(fold(printed)) ?? byFold.get(fold(printed).toLowerCase()) ?? []
    return known.find(([key]) => key === printed) ?? known.find(([key]) => allows(key, printed))
  }
  return text => {
    const whole = text.normalize('NFC')
    let said = ''
    let from = 0
    for (const match of fold(whole).matchAll(pattern)) {
      const [core = '', ending = ''] = [match[1], match[2]]
      const printed = whole.slice(match.index, match.index + core.length)
      const entry = find(printed)
      if (entry === undefined || (ending.startsWith('s') && !takesS(entry[0]))) continue
      said += whole.slice(from, match.index) + sayWith(entry[1], printed, ending)
      from = match.index + match[0].length
    }
    return said + whole.slice(from)
  }
}

const rules = new WeakMap<Record<string, string>, Rule>()

/** Whole words replaced by what is to be said for them; their possessives and plurals too, with accents or without. */
export function lexiconRule(lexicon: Record<string, string>): Rule {
  const rule = rules.get(lexicon) ?? buildRule(lexicon)
  rules.set(lexicon, rule)
  return rule
}
