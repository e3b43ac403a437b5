/** English spellings as American ones: "colour", "organisation", "centre", "programme". */
const AMERICAN: readonly [RegExp, string][] = [
  [/(?<=..)our(?=s?$|ed$|ing$|hood|ite)/, 'or'],
  [/(?<=...)is(?=e[ds]?$|ing$|ation)/, 'iz'],
  [/(?<=al)ys(?=e[ds]?$|ing$)/, 'yz'],
  [/(?<=(?:cent|theat|met|lit|fib|calib|lust|somb|spect))re(?=s?$)/, 'er'],
  [/(?<=gram)me(?=s?$)/, ''],
  [/(?<=(?:def|off|lic))ence(?=s?$)/, 'ense'],
  [/(?<=(?:catal|dial|anal))ogue(?=s?$)/, 'og']
]

const american = (word: string): string =>
  AMERICAN.reduce((spelled, [pattern, instead]) => spelled.replace(pattern, instead), word)

/** Different endings and spellings of one word meet in its stem; it need not be linguistics. */
export function stemOf(word: string): string {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '')
  if (/\d/.test(folded) || folded.length < 4) return folded
  return american(folded)
    .replace(/['’]s$|['’]$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=.{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=.{4}[ts])ions?$/, '')
    .replace(/(?<=.{3})e$/, '')
    .replace(/(?<=.{2})([bdfgklmnprtz])\1$/, '$1')
}
