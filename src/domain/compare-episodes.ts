const orderOf = (episode: string): [day: string, nth: number] => [
  episode.slice(0, 10),
  Number(episode.slice(11) || 1)
]

/** Orders the names of a show's episodes, oldest first: 2026-11-22-10 comes after 2026-11-22-9. */
export function compareEpisodes(a: string, b: string): number {
  const [[dayA, nthA], [dayB, nthB]] = [orderOf(a), orderOf(b)]
  return dayA === dayB ? nthA - nthB : dayA < dayB ? -1 : 1
}
