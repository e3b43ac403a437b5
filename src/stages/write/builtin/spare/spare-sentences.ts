import { splitSentences } from '../../../../domain/sentences.ts'
import { areNounsHeard, hear, isIntroduced, NOTHING_HEARD, type Heard } from '../language/heard-before.ts'
import { contentStems, noveltyOf } from '../language/words.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { isTold, type Said } from './said-so-far.ts'
import type { ToldStory } from './told-story.ts'

const LEAST_WORDS = 10
/** A shorter one takes the next sentence of its text along. */
const WORDS_ALONE = 22
const MOST_WORDS = 60
const MOST_SENTENCES = 2
const LEAST_NOVELTY = 0.5
/** What goes on with the text of the last turn. */
const GOES_ON = 0.3

export interface SpareWish {
  /** What the whole episode says. */
  said: Said
  /** From which the episode tells something: others would make what is said of its sources wrong. */
  outlets: ReadonlySet<string>
  /** May so much more of the articles be spoken? */
  hasRoom(run: readonly Candidate[]): boolean
}

const wordsOf = (run: readonly Candidate[]): number => run.reduce((sum, { words }) => sum + words, 0)

const heardIn = (texts: readonly string[]): Heard => texts.flatMap(splitSentences).reduce(hear, NOTHING_HEARD)

/** Follows from something that need not be the last thing said. */
const FOLLOWS = /\b(?:therefore|thus|hence|thereby|consequently|accordingly)\b/i
const HE_OR_SHE = /\b(?:he|she|his|her|hers|him)\b/i

/** Does a run of sentences stand by itself at the end of its story? */
function standsAlone([first, ...rest]: readonly Candidate[], { pool, turns }: ToldStory): boolean {
  if (first === undefined || first.leans || first.adds || FOLLOWS.test(first.text)) return false
  let heard = heardIn(turns.map(({ text }) => text))
  if (!areNounsHeard(first.text, heard)) return false
  if (!first.namesPerson && rest.some(({ leans, text }) => leans && HE_OR_SHE.test(text))) return false
  for (const { text } of [first, ...rest]) {
    if (!isIntroduced(text, heard, pool.names)) return false
    heard = hear(heard, text)
  }
  return true
}

/** Neither the beginning of a text, nor what comes before the part of it that is told. */
const comesLater = ({ item, index }: Candidate, { firstTold }: ToldStory): boolean =>
  index > (firstTold.get(item.id) ?? 0)

/** A run with the next sentence of its text, where that belongs to it. */
function extended(run: readonly Candidate[], pairs: readonly (readonly Candidate[])[]): readonly Candidate[] {
  if (run.length >= MOST_SENTENCES || wordsOf(run) >= WORDS_ALONE) return run
  return pairs.find(([first]) => first === run[0]) ?? run
}

/** Runs of one or two sentences that a story could end with, best first. */
export function spareSentences(
  story: ToldStory,
  { said, outlets, hasRoom }: SpareWish
): (readonly Candidate[])[] {
  const { pool, turns } = story
  const heard = contentStems(turns.map(({ text }) => text).join(' '))
  const lastItems = turns.at(-1)?.items ?? []
  const fits = (run: readonly Candidate[]): boolean =>
    run.length <= MOST_SENTENCES &&
    run.every(each => outlets.has(each.item.outlet) && comesLater(each, story) && !isTold(each, said)) &&
    wordsOf(run) >= LEAST_WORDS &&
    wordsOf(run) <= MOST_WORDS &&
    noveltyOf(new Set(run.flatMap(({ stems }) => [...stems])), heard) >= LEAST_NOVELTY &&
    standsAlone(run, story) &&
    hasRoom(run)
  const fitting = pool.runs.filter(({ sentences }) => fits(sentences))
  const pairs = fitting.map(({ sentences }) => sentences).filter(({ length }) => length === MOST_SENTENCES)
  return fitting
    .map(({ sentences: [first, ...rest], score }) => {
      const run = first === undefined ? [] : extended([first, ...rest], pairs)
      return { run, value: score + (lastItems.includes(first?.item.id ?? '') ? GOES_ON : 0) }
    })
    .sort((a, b) => b.value - a.value)
    .map(({ run }) => run)
}
