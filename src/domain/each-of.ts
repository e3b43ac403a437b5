/** Works on all of them, so many at a time; the results in their order. */
export async function eachOf<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>
): Promise<R[]> {
  const results: R[] = []
  const waiting = [...all.entries()]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}
