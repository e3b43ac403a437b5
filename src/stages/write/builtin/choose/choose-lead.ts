import type { Candidate } from '../sentences/candidates.ts'
import type { Names } from '../language/names.ts'
import { definitesIn, looseDefinites } from '../language/loose-nouns.ts'
import { placeSentences } from './sequence.ts'
import { contentStems, overlapOf, stemOf } from '../language/words.ts'

const LEAST_WORDS = 8
/** News says who did what at its beginning. */
const LATEST_PLACE = 6
const FIRST_SENTENCE = 1.6
const LEAD_ITEM = 0.3
const ON_TITLE = 2.4
const LOOSE = 0.6

const LEAST_SHARED = 2

const NEAR_START = 2
const SUBJECT_WORDS = 6

/** Does a sentence begin with something that the headline names? */
function beginsWithTopic({ text, item }: Candidate): boolean {
  const title = contentStems(item.title)
  const beginning = contentStems(text.split(' ').slice(0, SUBJECT_WORDS).join(' '))
  return [...beginning].some(stem => title.has(stem))
}

/** What is not the beginning must be about what the headline is about. */
const isOnTopic = (candidate: Candidate): boolean =>
  candidate.index === 0 ||
  tellsTitle(candidate) ||
  (candidate.index <= NEAR_START && beginsWithTopic(candidate))

/** How many words that carry content a sentence shares with its headline. */
export const sharedWithTitle = ({ stems, item }: Candidate): number =>
  [...contentStems(item.title)].filter(stem => stems.has(stem)).length

/** Tells a sentence, all by itself, what its headline announces? */
export const tellsTitle = (candidate: Candidate): boolean =>
  sharedWithTitle(candidate) >= Math.min(LEAST_SHARED, contentStems(candidate.item.title).size / 2)

const DEEP = 2
/** A sentence from further down speaks of things that its text has brought in: "the treatment", "the lawsuit". */
const standsAlone = ({ index, text, item }: Candidate, names: Names): boolean =>
  index < DEEP ||
  definitesIn(text).every(noun => contentStems(item.title).has(stemOf(noun)) || names.proper.has(noun))

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
    .filter(({ candidate }) => isOnTopic(candidate) && standsAlone(candidate, names))
    .filter(({ candidate: { index, words } }) => index < LATEST_PLACE && words >= LEAST_WORDS)
    .filter(({ candidate }) => placeSentences([candidate], names) !== null)
    .sort((a, b) => b.value - a.value)
    .map(({ candidate }) => candidate)
}
