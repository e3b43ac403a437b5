/** Ids in the order of how much they look like the one that was asked for, the nearest first. */
export function nearestIds(asked: string, ids: readonly string[]): string[] {
  const wanted = pairsOf(asked)
  const scored = ids.map(id => ({ id, score: likeness(wanted, pairsOf(id)) }))
  return scored.sort((a, b) => b.score - a.score).map(({ id }) => id)
}

const pairsOf = (text: string): string[] => {
  const plain = ` ${text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ')} `
  return Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2))
}

/** Dice's coefficient over pairs of letters. */
function likeness(a: string[], b: string[]): number {
  const left = [...b]
  let shared = 0
  for (const pair of a) {
    const at = left.indexOf(pair)
    if (at === -1) continue
    left.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length)
}
