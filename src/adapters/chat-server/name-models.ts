const MOST = 12

/** Models as a list that a person can take in, those with a name like the one that was wanted first. */
export function nameModels(models: readonly string[], wanted = ''): string {
  const stem = wanted
    .toLowerCase()
    .split(/[:/@-]/)
    .find(part => part.length > 2)
  const alike = models.filter(model => stem !== undefined && model.toLowerCase().includes(stem))
  const all = [...new Set([...alike, ...models])]
  const more = all.length > MOST ? ` and ${all.length - MOST} more` : ''
  return all.slice(0, MOST).join(', ') + more
}
