import { tokenAt, type Token } from '../text/token.ts'

const MOST_WORDS = 14
const LEAST_WORDS = 2
const NO_APPOSITION = /^(?:and|but|or|while|as|so|then|because|although|though|where|when)$/

const isName = ({ kind, text }: Token): boolean => kind === 'word' && /^\p{Lu}/u.test(text)

/** "X, who leads the trial, said": the place behind the second comma; null where no such insertion follows. */
export function afterApposition(tokens: readonly Token[], comma: number): number | null {
  const first = tokenAt(tokens, comma + 1)
  if (tokenAt(tokens, comma).text !== ',' || NO_APPOSITION.test(first.lower) || isName(first)) return null
  const ahead = tokens.slice(comma + 1, comma + 1 + MOST_WORDS)
  const end = ahead.findIndex(({ text }) => /^[,;:.!?—]$/.test(text))
  return end < LEAST_WORDS || ahead[end]?.text !== ',' ? null : comma + end + 2
}
