import type { Terms } from './story-terms.ts'

export interface TermIndex {
  /** Takes in a vector of length 1; its place is how many came before it. */
  add(terms: Terms): void
  /** Cosines of at least `least` with the vectors taken in so far, by place. */
  near(terms: Terms, least: number): [place: number, cosine: number][]
}

/** An inverted index: a comparison costs as much as the terms that two vectors share. */
export function createTermIndex(capacity: number): TermIndex {
  const postings = new Map<string, { places: number[]; weights: number[] }>()
  const sums = new Float64Array(capacity)
  let size = 0
  return {
    add(terms) {
      for (const [term, weight] of terms) {
        const known = postings.get(term) ?? { places: [], weights: [] }
        known.places.push(size)
        known.weights.push(weight)
        postings.set(term, known)
      }
      size++
    },
    near(terms, least) {
      sums.fill(0, 0, size)
      for (const [term, weight] of terms) {
        const { places, weights } = postings.get(term) ?? { places: [], weights: [] }
        for (let at = 0; at < places.length; at++) {
          const place = places[at] ?? 0
          sums[place] = (sums[place] ?? 0) + weight * (weights[at] ?? 0)
        }
      }
      const found: [number, number][] = []
      for (let place = 0; place < size; place++) {
        const sum = sums[place] ?? 0
        if (sum >= least) found.push([place, sum])
      }
      return found
    }
  }
}
