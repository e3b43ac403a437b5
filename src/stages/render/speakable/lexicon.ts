import type { Rule } from './patterns.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

function wholeWords(keys: string[], flags: string): RegExp {
  const longestFirst = keys.toSorted((a, b) => b.length - a.length).map(escaped)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{N}])`, flags)
}

/** Whole words replaced by what the user wants said. A key with a capital is matched as it is written, any other in any case. */
export function lexiconRule(lexicon: Record<string, string>): Rule {
  const entries = new Map(Object.entries(lexicon).filter(([key]) => key.trim() !== ''))
  const keys = [...entries.keys()]
  const exact = keys.filter(key => key !== key.toLowerCase())
  const anyCase = keys.filter(key => key === key.toLowerCase())
  const said = (word: string): string => entries.get(word) ?? entries.get(word.toLowerCase()) ?? word
  return text => {
    const first = exact.length === 0 ? text : text.replace(wholeWords(exact, 'gu'), said)
    return anyCase.length === 0 ? first : first.replace(wholeWords(anyCase, 'giu'), said)
  }
}
