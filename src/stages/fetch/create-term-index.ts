import type { StoryTerms } from './story-terms.ts'

/** How alike an earlier vector is. */
export interface Near {
  place: number
  cosine: number
  /** What names have in the cosine. */
  byName: number
}

export interface TermIndex {
  /** Takes in a vector of length 1; its place is how many came before it. */
  add(story: StoryTerms): void
  /** Vectors taken in so far with a cosine of at least `least`. */
  near(story: StoryTerms, least: number): Near[]
}

interface Postings {
  places: number[]
  weights: number[]
}

/** A word that so many items have tells little, and would make every item a neighbour of every other. */
const MOST_POSTINGS = 300

/** An inverted index: a comparison costs as much as the terms that two vectors share. */
export function createTermIndex(capacity: number): TermIndex {
  const postings = new Map<string, Postings>()
  const cosines = new Float64Array(capacity)
  const byNames = new Float64Array(capacity)
  let size = 0

  function addUp({ places, weights }: Postings, weight: number, isName: boolean, touched: number[]): void {
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0
      const product = weight * (weights[at] ?? 0)
      if (cosines[place] === 0) touched.push(place)
      cosines[place] = (cosines[place] ?? 0) + product
      if (isName) byNames[place] = (byNames[place] ?? 0) + product
    }
  }

  return {
    add({ terms }) {
      for (const [term, weight] of terms) {
        const known = postings.get(term)
        if (known === undefined) postings.set(term, { places: [size], weights: [weight] })
        else if (known.places.length < MOST_POSTINGS) {
          known.places.push(size)
          known.weights.push(weight)
        }
      }
      size++
    },
    near({ terms, names }, least) {
      const touched: number[] = []
      for (const [term, weight] of terms) {
        const known = postings.get(term)
        if (known !== undefined) addUp(known, weight, names.has(term), touched)
      }
      const found: Near[] = []
      for (const place of touched) {
        const cosine = cosines[place] ?? 0
        if (cosine >= least) found.push({ place, cosine, byName: byNames[place] ?? 0 })
        cosines[place] = byNames[place] = 0
      }
      return found.sort((a, b) => a.place - b.place)
    }
  }
}
