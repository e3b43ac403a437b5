import { KOKORO_VOCABULARY } from './kokoro-vocabulary.ts'

/** PL-BERT takes 512 positions; the pads at both ends take two. */
export const MOST_KOKORO_PHONEMES = 510

const PAD = 0
const STYLE_ROWS = 510

function idOf(symbol: string, at: number, phonemes: string): number {
  const id = symbol === '$' ? undefined : KOKORO_VOCABULARY.get(symbol)
  if (id !== undefined) return id
  const code = (symbol.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new RangeError(
    `Kokoro has no symbol "${symbol}" (U+${code}), which is number ${at + 1} of "${phonemes.slice(0, 60)}"; toKokoroPhonemes gives only symbols that it has`
  )
}

/** The ids of phonemes as Kokoro reads them: a pad, one id for each code point, a pad. */
export function kokoroTokens(phonemes: string): number[] {
  const symbols = [...phonemes]
  if (symbols.length > MOST_KOKORO_PHONEMES)
    throw new RangeError(
      `Kokoro reads ${MOST_KOKORO_PHONEMES} phonemes at a time, but "${phonemes.slice(0, 60)}…" has ${symbols.length}; splitPhonemes cuts them`
    )
  return [PAD, ...symbols.map((symbol, at) => idOf(symbol, at, phonemes)), PAD]
}

/** The row of a voice's style for so many phonemes: a row for each length, 1 to 510 (hexgrad/kokoro pipeline.py). */
export const styleRow = (phonemeCount: number): number =>
  Math.min(Math.max(phonemeCount - 1, 0), STYLE_ROWS - 1)
