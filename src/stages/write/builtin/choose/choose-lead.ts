import type { Candidate } from '../sentences/candidates.ts'
import type { Names } from '../language/names.ts'
import { looseDefinites } from '../language/heard-before.ts'
import { placeSentences } from './sequence.ts'
import { contentStems, overlapOf } from '../language/words.ts'

const LEAST_WORDS = 8
/** News says who did what at its beginning. */
const LATEST_PLACE = 6
const FIRST_SENTENCE = 1.6
const LEAD_ITEM = 0.3
const ON_TITLE = 2.4
const LOOSE = 0.6

const LEAST_SHARED = 2
const NEAR_START = 2

/** What is not at the beginning must be about what the headline is about. */
function isOnTopic({ index, stems, item }: Candidate): boolean {
  const title = [...contentStems(item.title)]
  return (
    index <= NEAR_START ||
    title.filter(stem => stems.has(stem)).length >= Math.min(LEAST_SHARED, title.length / 2)
  )
}

/** The sentences of a story's items that can open it, best first. The first item is the one that leads. */
export function openings(
  perItem: readonly (readonly Candidate[])[],
  names: Names,
  score: (candidate: Candidate) => number
): Candidate[] {
  const titles = perItem.flatMap(([first]) => (first === undefined ? [] : [contentStems(first.item.title)]))
  const onTitles = ({ stems }: Candidate): number =>
    titles.reduce((sum, title) => sum + overlapOf(stems, title), 0) / titles.length
  const valueOf = (candidate: Candidate, rank: number): number =>
    score(candidate) +
    FIRST_SENTENCE / (1 + candidate.index) +
    ON_TITLE * onTitles(candidate) +
    (rank === 0 ? LEAD_ITEM : 0) -
    LOOSE * Math.min(2, looseDefinites(candidate.text, names))
  return perItem
    .flatMap((candidates, rank) =>
      candidates.map(candidate => ({ candidate, value: valueOf(candidate, rank) }))
    )
    .filter(({ candidate }) => isOnTopic(candidate))
    .filter(({ candidate: { index, words } }) => index < LATEST_PLACE && words >= LEAST_WORDS)
    .filter(({ candidate }) => placeSentences([candidate], names) !== null)
    .sort((a, b) => b.value - a.value)
    .map(({ candidate }) => candidate)
}
