export interface WordScore {
  precision: number
  recall: number
  f1: number
}

/** Soft hyphens and zero-width characters part no words. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g

export const wordsOf = (text: string): string[] =>
  text
    .replace(INVISIBLE, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words that two texts have in common, each as often as it stands in both, whatever their order. */
export function scoreWords(found: readonly string[], truth: readonly string[]): WordScore {
  const wanted = countsOf(truth)
  let common = 0
  for (const [word, count] of countsOf(found)) common += Math.min(count, wanted.get(word) ?? 0)
  const precision = found.length === 0 ? 0 : common / found.length
  const recall = truth.length === 0 ? 1 : common / truth.length
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

export function meanScore(scores: readonly WordScore[]): WordScore {
  const mean = (of: (score: WordScore) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / Math.max(1, scores.length)
  return { precision: mean(s => s.precision), recall: mean(s => s.recall), f1: mean(s => s.f1) }
}
