/** How often each thing was counted in all; nothing where nothing was. */
export function sumCounts(
  counts: readonly (Readonly<Record<string, number>> | undefined)[]
): Record<string, number> | undefined {
  const sums = new Map<string, number>()
  for (const count of counts)
    for (const [key, number] of Object.entries(count ?? {})) sums.set(key, (sums.get(key) ?? 0) + number)
  const some = [...sums].filter(([, number]) => number > 0)
  return some.length === 0 ? undefined : Object.fromEntries(some)
}
