const VOWELS = /[aeiouy]/g

/** How one sound is written in letters of other alphabets: "Qadeer" and "Kadir", "Hrynko" and "Grynko". */
const SOUNDS: readonly [RegExp, string][] = [
  [/(?:ij|iy|yy)$/, 'y'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/sch|sh|ch|tch|zh|cz|sz/g, 's'],
  [/kh|ck|q|c/g, 'k'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/h(?=[rl])/g, 'g'],
  [/w/g, 'v'],
  [/z|j/g, 's'],
  [/(.)\1/g, '$1'],
  [/h/g, '']
]

/** The consonants of a name, by sound. */
const skeletonOf = (name: string): string =>
  SOUNDS.reduce((heard, [pattern, instead]) => heard.replace(pattern, instead), name).replace(VOWELS, '')

const LEAST_LETTERS = 5
const MOST_LETTERS = 30
const LEAST_CONSONANTS = 3
const SURE_CONSONANTS = 5
const MOST_EDITS = 3
/** Names of the same consonants that are compared with one another: enough for any language. */
const MOST_ALIKE = 20

/** Letters to change, add or take away to make one word of another. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let to = 0; to < other.length; to++)
      next.push(
        Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, (row[to] ?? 0) + (other[to] === letter ? 0 : 1))
      )
    row = next
  }
  return row.at(-1) ?? 0
}

const isComparable = (name: string): boolean =>
  name.length >= LEAST_LETTERS && name.length <= MOST_LETTERS && /^\p{L}+$/u.test(name)

const isSpelling = (name: string, other: string, consonants: number): boolean =>
  consonants >= SURE_CONSONANTS || editsBetween(name, other) <= MOST_EDITS

/**
 * For each name that stands in several spellings, the one by which all go: same consonants by sound, and few other
 * letters. Names are lower-case words without accents.
 */
export function unifySpellings(names: Iterable<string>): Map<string, string> {
  const known = new Map<string, string[]>()
  const spelledAs = new Map<string, string>()
  for (const name of [...new Set(names)].sort()) {
    const skeleton = isComparable(name) ? skeletonOf(name) : ''
    if (skeleton.length < LEAST_CONSONANTS) continue
    const others = known.get(skeleton) ?? []
    const first = others.find(other => isSpelling(name, other, skeleton.length))
    if (first !== undefined) spelledAs.set(name, first)
    else if (others.length < MOST_ALIKE) known.set(skeleton, [...others, name])
  }
  return spelledAs
}
