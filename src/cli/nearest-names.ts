const MOST = 3

/** Letters to change, add, leave out or swap with the next to get from one to the other. */
function editsBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  const at = (list: readonly number[], j: number): number => list[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const crossed = j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = crossed ? at(before, j - 2) + 1 : Infinity
      next.push(Math.min(changed, swapped, at(row, j) + 1, at(next, j - 1) + 1))
    }
    before = row
    row = next
  }
  return at(row, b.length)
}

/** The names that someone may have meant, the nearest first: one with a slip or two, or one that has the word in it. */
export function nearestNames(meant: string, names: readonly string[]): string[] {
  const wish = meant.toLowerCase()
  const scored = names.map(name => {
    const known = name.toLowerCase()
    const within = wish.length >= 3 && (known.includes(wish) || wish.includes(known))
    return { name, edits: within ? 0 : editsBetween(wish, known) }
  })
  const most = Math.max(1, Math.floor(wish.length / 3))
  return scored
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MOST)
    .map(({ name }) => name)
}
