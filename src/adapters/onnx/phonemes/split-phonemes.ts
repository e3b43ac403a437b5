/** How bad it is to cut here; a breath is taken gladly at the end of a sentence, never inside a word. */
const COST = { sentence: 0, clause: 0.15, comma: 0.3, blank: 2, word: 40 }
const SHORT_COST = 8

interface Cut {
  /** Pieces end before this symbol, */
  end: number
  /** and go on at this one. */
  next: number
  cost: number
}

function costAfter(before: string): number {
  const marks = /[;:,.!?—…"“”()]+$/.exec(before)?.[0] ?? ''
  if (/[.!?…]/.test(marks)) return COST.sentence
  if (/[:;]/.test(marks)) return COST.clause
  return marks === '' ? COST.blank : COST.comma
}

/** Every place where a piece may end; inside words only where a word is too long for any piece. */
function listCuts(symbols: readonly string[], most: number): Cut[] {
  const cuts: Cut[] = []
  let last = 0
  symbols.forEach((symbol, at) => {
    if (at === 0) return
    const before = symbols.slice(Math.max(0, at - 4), at).join('')
    const endsClause = /[;:,.!?—…”)]$/.test(before) && !/[\s;:,.!?—…"”)]/.test(symbol)
    if (symbol === ' ') cuts.push({ end: at, next: at + 1, cost: costAfter(before) })
    else if (endsClause) cuts.push({ end: at, next: at, cost: costAfter(before) })
    else if (at - last >= most) cuts.push({ end: at, next: at, cost: COST.word })
    else return
    last = at
  })
  return [...cuts, { end: symbols.length, next: symbols.length, cost: 0 }]
}

interface Way {
  cost: number
  from: number
}

/** The way through the cuts that costs least: good places, and pieces of about the same length. */
function chooseCuts(
  cuts: readonly Cut[],
  { most, least, length }: { most: number; least: number; length: number }
): Cut[] {
  const ideal = length / Math.ceil(length / most)
  const starts = [{ end: 0, next: 0, cost: 0 }, ...cuts]
  const ways: Way[] = [{ cost: 0, from: -1 }]
  for (let to = 1; to < starts.length; to++) {
    let best: Way = { cost: Infinity, from: to - 1 }
    for (let from = to - 1; from >= 0; from--) {
      const size = (starts[to]?.end ?? 0) - (starts[from]?.next ?? 0)
      if (size > most) break
      const uneven = ((size - ideal) / ideal) ** 2 + (size < least ? SHORT_COST : 0)
      const cost = (ways[from]?.cost ?? Infinity) + uneven + (starts[to]?.cost ?? 0)
      if (cost < best.cost) best = { cost, from }
    }
    ways.push(best)
  }
  const chosen: Cut[] = []
  for (let at = starts.length - 1; at > 0; at = ways[at]?.from ?? 0) chosen.unshift(starts[at] as Cut)
  return chosen
}

/**
 * Phonemes in pieces of at most `most` symbols, none under `least` where that can be: cut where a sentence ends, else at a mark,
 * else between words, in pieces about as long as each other. Nothing is lost but blanks at the seams.
 */
export function splitPhonemes(
  phonemes: string,
  { most = 300, least = 100 }: { most?: number; least?: number } = {}
): string[] {
  if (!(most >= 1)) throw new RangeError(`pieces of at most ${most} phonemes cannot be; at least 1 is needed`)
  const symbols = [...phonemes.trim()]
  if (symbols.length <= most) return symbols.length === 0 ? [] : [symbols.join('')]
  let start = 0
  return chooseCuts(listCuts(symbols, most), { most, least, length: symbols.length })
    .map(({ end, next }) => {
      const piece = symbols.slice(start, end).join('')
      start = next
      return piece.trim()
    })
    .filter(piece => piece !== '')
}
