import { hashOf } from '../../domain/hash.ts'
import type { Script, Turn } from '../../domain/script.ts'
import { splitSentences } from '../../domain/sentences.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { Style } from '../../domain/style.ts'
import type { Cast } from './cast-hosts.ts'
import { letOthersRun } from './let-others-run.ts'
import { dropFromTurn } from './speakable/unspoken.ts'
import { toSpeakable } from './speakable/to-speakable.ts'
import { plainWords } from './spoken-words.ts'

/** A sentence as printed, and as the voice is to say it. */
export interface PlannedSentence {
  text: string
  spoken: string
}

/** All that the sound of one turn depends on. */
export interface TakePlan {
  turn: string
  host: string
  voice: string
  speed: number
  style?: Style
  intensity?: number
  /** The speech model's name. */
  speech: string
  sentences: PlannedSentence[]
  /** Content address: the same for all that sounds the same. */
  sha256: string
}

/** How words come to be spoken. */
export interface SpokenOptions {
  lexicon?: Lexicon
  /** Does the model read `[word](/phonemes/)`? */
  phonemes?: boolean
  /** The hosts' names: "Sarah:" before what she says is not said. */
  speakers?: readonly string[]
}

export interface TakeOptions extends SpokenOptions {
  speechName: string
  /** 1, the voice's own pace, unless told. */
  speed?: number
}

export type Lexicon = NonNullable<NonNullable<Parameters<typeof toSpeakable>[1]>['lexicon']>

/** Changes when the same spoken text comes to be cut, joined or levelled in another way. */
const TAKE_FORMAT = 2
/** The same for what a style does to pace, pauses and level. */
const EXPRESSION_FORMAT = 1

const isSaid = ({ spoken }: PlannedSentence): boolean => /[\p{L}\p{N}]/u.test(plainWords(spoken))

/** Sentences that were cut inside a `[word](/phonemes/)`, whole again. */
const withMarksWhole = (sentences: readonly string[]): string[] =>
  sentences.reduce<string[]>((whole, sentence) => {
    const before = whole.at(-1)
    const joined = `${before ?? ''} ${sentence}`
    const isCut =
      before !== undefined && plainWords(joined) !== `${plainWords(before)} ${plainWords(sentence)}`
    return isCut ? [...whole.slice(0, -1), joined] : [...whole, sentence]
  }, [])

/** The sentences of a turn that can be heard, as printed and as said. Labels, tags and stage directions are neither. */
export const planSentences = (
  text: string,
  { lexicon = {}, phonemes = false, speakers = [] }: SpokenOptions = {}
): PlannedSentence[] =>
  withMarksWhole(splitSentences(dropFromTurn(text, speakers)))
    .map(text => ({ text: plainWords(text), spoken: toSpeakable(text, { lexicon, phonemes, speakers }) }))
    .filter(isSaid)

/** What is to be heard in one turn, said by this voice. Throws a StageError where that is nothing. */
export function planTake(turn: Turn, voice: string, options: TakeOptions): TakePlan {
  const { speechName: speech, speed = 1 } = options
  const sentences = planSentences(turn.text, options)
  if (sentences.length === 0) throw failure(turn, `has nothing that can be said: "${turn.text.slice(0, 80)}"`)
  const spoken = sentences.map(sentence => sentence.spoken)
  const { style, intensity = 1 } = turn
  const expression = style === undefined ? {} : { style, intensity }
  const formats = { format: TAKE_FORMAT, ...(style === undefined ? {} : { expressed: EXPRESSION_FORMAT }) }
  const sha256 = hashOf({ ...formats, speech, voice, speed, ...expression, spoken })
  return { turn: turn.id, host: turn.host, voice, speed, ...expression, speech, sentences, sha256 }
}

/** The takes of a script, one per turn. Throws a StageError where a turn is by nobody of the cast. */
export async function planTakes(
  script: Pick<Script, 'turns'>,
  cast: Cast,
  options: TakeOptions
): Promise<TakePlan[]> {
  const plans: TakePlan[] = []
  for (const turn of script.turns) {
    const voice = cast.get(turn.host)
    if (voice === undefined)
      throw failure(turn, `is said by "${turn.host}", but the hosts are ${[...cast.keys()].join(' and ')}`)
    plans.push(planTake(turn, voice, { speakers: [...cast.keys()], ...options }))
    await letOthersRun()
  }
  return plans
}

const failure = ({ id }: Turn, fault: string): StageError =>
  new StageError('render', `turn ${id} ${fault}`, { retryable: false })
