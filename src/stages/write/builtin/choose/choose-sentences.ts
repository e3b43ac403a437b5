import { areWithinCaps, type Excerpt } from '../../excerpts/within-caps.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { tellsTitle } from './choose-lead.ts'
import { placeSentences, type Placed } from './sequence.ts'
import type { StoryPool } from './story-pool.ts'
import { amountsIn } from '../language/amounts-in.ts'
import { noveltyOf, overlapOf, stemOf } from '../language/words.ts'
import { figuresOf, isTold } from './told-in-episode.ts'

const MOST_SENTENCES = 14
const OVERSHOOT_WORDS = 3
/** Where these were told with another story, so was this one. */
const BEST_LEADS = 2
/** What another outlet has is worth hearing for its own sake. */
const NEW_OUTLET = 0.6
/** In a story of few words, one more outlet is one more source to name for a sentence or two. */
const WORDS_OF_OUTLET = 45
const LEAST_OUTLETS = 2
const CROWDED = -1
/** What was long ago is not told between what one outlet has of today and what another has. */
const BACKGROUND = -1
const LONG_AGO = /^(?:In|Since|Back in) (?:\w+ )?(?:1[5-9]|20)\d\d\b/
/** The first sentence of another outlet tells the story from its beginning. */
const STARTS_OVER = -1
const LEAST_NOVELTY = 0.45
const OLD = -1.5
/** Its figures have all been told. */
const SAME_FIGURES = -1

const wordsOf = (sentences: readonly Candidate[]): number =>
  sentences.reduce((sum, { words }) => sum + words, 0)

/** The lead's item first, then the story's order; within an item, the order of its text. */
function inOrder(pool: StoryPool, lead: Candidate, chosen: readonly Candidate[]): Candidate[] {
  const rank = ({ item }: Candidate): number =>
    item.id === lead.item.id ? -1 : pool.story.items.findIndex(({ id }) => id === item.id)
  return [...chosen].sort((a, b) => rank(a) - rank(b) || a.index - b.index)
}

/** What a sentence is worth after what was chosen: new words, and another outlet that does not start over. */
function worthOf(
  candidate: Candidate | undefined,
  lead: Candidate,
  outlets: ReadonlySet<string>,
  heard: ReadonlySet<string>,
  mostOutlets: number
): number {
  if (candidate === undefined) return 0
  const startsOver = candidate.item.id !== lead.item.id && candidate.index === 0 ? STARTS_OVER : 0
  const novelty = noveltyOf(candidate.stems, heard)
  const figures = figuresOf(candidate.text)
  const isSame = figures.length > 0 && figures.every(figure => heard.has(stemOf(figure)))
  const isOld = (isSame ? SAME_FIGURES : 0) + (novelty < LEAST_NOVELTY ? OLD : 0)
  const another = outlets.size < mostOutlets ? NEW_OUTLET : CROWDED
  const isBackground = mostOutlets > 1 && LONG_AGO.test(candidate.text) && candidate.item.id === lead.item.id
  return (
    novelty +
    startsOver +
    isOld +
    (isBackground ? BACKGROUND : 0) +
    (outlets.has(candidate.item.outlet) ? 0 : another)
  )
}

/** With fewer words in common, and no figure, another outlet has news of its own on the matter. */
const SAME_NEWS = 0.25

/** Begins another outlet's report with what the lead has told, and no figure that was not in it. */
function announcesAgain(candidate: Candidate, lead: Candidate): boolean {
  if (candidate.item.id === lead.item.id || candidate.index > 0 || !tellsTitle(candidate)) return false
  const known = new Set(amountsIn(lead.text))
  const amounts = amountsIn(candidate.text)
  const isAlike = amounts.length > 0 || overlapOf(candidate.stems, lead.stems) >= SAME_NEWS
  return isAlike && amounts.every(amount => known.has(amount))
}

/** What else the episode says. */
interface SaidBesides {
  /** Sentences of other stories. */
  told: readonly Candidate[]
  /** Headlines. */
  headlines: readonly Excerpt[]
}

/** Is no more told of an article with these sentences than may be? */
const mayBeSaid = (placed: readonly Placed[], pool: StoryPool, { told, headlines }: SaidBesides): boolean =>
  areWithinCaps([...headlines, ...told, ...placed.map(({ candidate }) => candidate)], pool.story.items)

interface Choice {
  lead: Candidate
  chosen: Candidate[]
  placed: Placed[]
}

/** The best run that fits the words left, is new, and can be understood in its place; null where there is none. */
function nextChoice(pool: StoryPool, choice: Choice, wordsLeft: number, besides: SaidBesides): Choice | null {
  const { lead, chosen } = choice
  const { told } = besides
  const outlets = new Set(chosen.map(({ item }) => item.outlet))
  const heard = new Set([...told, ...chosen].flatMap(({ stems }) => [...stems]))
  const allWords = wordsLeft + wordsOf(chosen)
  const mostOutlets = Math.min(
    pool.story.outlets.length,
    Math.max(LEAST_OUTLETS, Math.floor(allWords / WORDS_OF_OUTLET))
  )
  const ranked = pool.runs
    .map(run => ({
      sentences: run.sentences,
      value: run.score + worthOf(run.sentences.at(-1), lead, outlets, heard, mostOutlets)
    }))
    .sort((a, b) => b.value - a.value)
  for (const run of ranked) {
    const fresh = run.sentences.filter(sentence => !chosen.includes(sentence))
    if (fresh.length === 0 || wordsOf(fresh) > wordsLeft + OVERSHOOT_WORDS) continue
    if (fresh.some(({ item, index }) => item.id === lead.item.id && index < lead.index)) continue
    if (fresh.some(sentence => announcesAgain(sentence, lead))) continue
    if (fresh.some(sentence => isTold(sentence, [...told, ...chosen]))) continue
    const next = inOrder(pool, lead, [...chosen, ...fresh])
    const placed = placeSentences(next, pool.names)
    if (placed !== null && mayBeSaid(placed, pool, besides)) return { lead, chosen: next, placed }
  }
  return null
}

/** A sentence that opens the story, in its place; null where all have been told, or are longer than may be said. */
function openingOf(pool: StoryPool, besides: SaidBesides): Choice | null {
  const openings = pool.leads.flatMap((lead): Choice[] => {
    const placed = placeSentences([lead], pool.names)
    return placed === null || !mayBeSaid(placed, pool, besides) ? [] : [{ lead, chosen: [lead], placed }]
  })
  return openings.slice(0, BEST_LEADS).find(({ lead }) => !isTold(lead, besides.told)) ?? null
}

/**
 * Chooses the sentences of a story, best first, up to a number of words, and puts them in the order of their texts; of
 * no article more than may be spoken with the headlines. Null where no sentence can open the story, or where all has been told.
 */
export function chooseSentences(
  pool: StoryPool,
  budgetWords: number,
  told: readonly Candidate[],
  headlines: readonly Excerpt[] = []
): Placed[] | null {
  const besides = { told, headlines }
  let choice = openingOf(pool, besides)
  while (choice !== null && choice.chosen.length < MOST_SENTENCES) {
    const next = nextChoice(pool, choice, budgetWords - wordsOf(choice.chosen), besides)
    if (next === null) break
    choice = next
  }
  return choice?.placed ?? null
}
