import type { Token } from '../text/token.ts'

/** Words of one name, as they stand together. */
export interface NameRun {
  words: readonly string[]
  /** As written. */
  text: string
  /** Indexes of its tokens: from, and after the last. */
  from: number
  to: number
  /** The first word begins a sentence: it may be no name. */
  opens: boolean
}

const JOINS = /^(?:-|&|\.|\/)$/
const PARTICLES = /^(?:van|von|de|del|della|di|da|der|den|la|le|al|bin|ibn|dos|du|of)$/

const isUpper = ({ kind, text }: Token): boolean =>
  kind === 'identifier' || (kind === 'word' && /^\p{Ll}?\p{Lu}/u.test(text))

const opensAfter = (token: Token | undefined): boolean =>
  token === undefined || /^["':(]$|^\.$|^[!?—]$/.test(token.text)

/** Runs of capitalised words and of names with digits. */
export function nameRuns(tokens: readonly Token[], isOff: (at: number) => boolean): NameRun[] {
  const runs: NameRun[] = []
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]
    if (first === undefined || !isUpper(first) || isOff(at)) continue
    const words = [first.lower]
    let to = at + 1
    for (let ends = first.lower.endsWith("'s"); !ends;) {
      const join = JOINS.test(tokens[to]?.text ?? '') && tokens[to]?.glued === true ? 1 : 0
      const particle =
        join === 0 && PARTICLES.test(tokens[to]?.text ?? '') && tokens[to]?.text !== 'of' ? 1 : 0
      const next = tokens[to + join + particle]
      if (next === undefined || !isUpper(next) || isOff(to + join + particle)) break
      words.push(next.lower)
      to += join + particle + 1
      ends = next.lower.endsWith("'s")
    }
    const text = tokens
      .slice(at, to)
      .map(({ text: each, glued }, place) => (glued || place === 0 ? '' : ' ') + each)
    runs.push({
      words: words.map(word => word.replace(/'(?:s|ll|d|ve|re|m)?$/, '')),
      text: text.join(''),
      from: at,
      to,
      opens: opensAfter(tokens[at - 1])
    })
    at = to - 1
  }
  return runs
}
