import { continued } from '../language/continued.ts'
import type { Names } from '../language/names.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import { tokensOf } from '../language/words.ts'
import { QUESTIONS } from '../phrases/cues.ts'
import { askNext, type Asked, type Gap } from './ask-next.ts'
import type { Manner } from './manner.ts'
import type { PhraseBook } from './phrase-book.ts'
import { reactionOf } from './reaction-of.ts'

/** What goes between two turns of a story. */
export interface Cue {
  /** Said before the next turn, by another host. */
  question?: string
  /** Said by the host who takes over. */
  reaction?: string
  /** The next sentence, as it goes on. */
  text?: string
}

export interface CueContext {
  names: Names
  book: PhraseBook
  random: SeededRandom
  /** Kinds of question that the story had; grows. */
  used: Set<Asked>
  /** All that is told of the story. */
  told: string
  /** Nobody is there to ask or to answer. */
  isAlone: boolean
  manner: Manner
  /** Was a figure of the story said again by another host? */
  hasEcho: boolean
  /** The turns so far, as they are said, of this story and those before it; grows. */
  said: string[]
}

const MOST_AND = 3
const ASK_SHARE = { aside: 0.8, brief: 0.55 } as const
const WAY_SHARE = { aside: 0.9, brief: 0.8 } as const
/** Turns in which the same opening words are still in the ear. */
const IN_THE_EAR = 4

const openingOf = (text: string): string => tokensOf(text).slice(0, 2).join(' ').toLowerCase()

/** Would it be the third turn to begin with the same words? */
const isThird = (text: string, said: readonly string[]): boolean =>
  said.slice(-IN_THE_EAR).filter(each => openingOf(each) === openingOf(text)).length > 1

function goOn({ next }: Gap, { names, book, said }: CueContext): Cue | null {
  if (/^And\b/.test(said.at(-1) ?? '')) return null
  const rest = continued(next.text, word => names.proper.has(word))
  const isEven = rest !== null && isThird(`And ${rest}`, said)
  const mayGoOn = rest !== null && !isEven && (isThird(next.text, said) || book.spend('and', MOST_AND))
  return mayGoOn ? { text: `And ${rest}` } : null
}

/** A remark on the last sentence; null where none fits. `mayEcho`: may its figure be said again? */
export function react({ last }: Gap, context: CueContext, mayEcho = false): Cue | null {
  const { book, told, manner } = context
  const reaction = reactionOf(last.at(-1)?.text ?? '', told, book, mayEcho)
  const isEcho = reaction !== null && /\d/.test(reaction)
  if (reaction === null || (isEcho && context.hasEcho) || !book.spend('reaction', manner.mostReactions))
    return null
  context.hasEcho ||= isEcho
  return { reaction }
}

/** A question about what the next sentence holds, a remark on the last one, "And", or nothing. */
export function cueContent(gap: Gap, context: CueContext): Cue {
  const { random, isAlone, manner, said } = context
  const ask = (): Cue | null => {
    const question = askNext(gap, context)
    const compares = question !== null && QUESTIONS.compare.includes(question)
    const remark = question !== null && manner.hasAsides ? react(gap, context, compares) : null
    return question === null ? null : { question, ...remark }
  }
  const remark = (): Cue | null => react(gap, context)
  const and = (): Cue | null => goOn(gap, context)
  const kind = manner.hasAsides ? 'aside' : 'brief'
  const talk = random.next() < ASK_SHARE[kind] ? [ask, remark, and] : [remark, ask, and]
  const forced = isThird(gap.next.text, said) ? and() : null
  if (forced !== null) return forced
  const ways = isAlone ? [and] : talk
  for (const way of ways) {
    const cue = random.next() < WAY_SHARE[kind] ? way() : null
    if (cue !== null) return cue
  }
  return {}
}
