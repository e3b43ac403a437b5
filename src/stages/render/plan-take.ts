import { hashOf } from '../../domain/hash.ts'
import type { Script, Turn } from '../../domain/script.ts'
import { splitSentences } from '../../domain/sentences.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { Style } from '../../domain/style.ts'
import type { Cast } from './cast-hosts.ts'
import { toSpeakable } from './speakable/to-speakable.ts'

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

export interface TakeOptions {
  speechName: string
  /** 1, the voice's own pace, unless told. */
  speed?: number
  lexicon?: Lexicon
}

export type Lexicon = NonNullable<NonNullable<Parameters<typeof toSpeakable>[1]>['lexicon']>

/** Changes when the same spoken text comes to be cut, joined or levelled in another way. */
const TAKE_FORMAT = 2

const isSaid = ({ spoken }: PlannedSentence): boolean => /[\p{L}\p{N}]/u.test(spoken)

/** The sentences of a turn that can be heard, as printed and as said. */
export const planSentences = (text: string, lexicon?: Lexicon): PlannedSentence[] =>
  splitSentences(text)
    .map(text => ({ text, spoken: toSpeakable(text, lexicon ? { lexicon } : {}) }))
    .filter(isSaid)

/** What is to be heard in one turn, said by this voice. Throws a StageError where that is nothing. */
export function planTake(turn: Turn, voice: string, options: TakeOptions): TakePlan {
  const { speechName: speech, speed = 1, lexicon } = options
  const sentences = planSentences(turn.text, lexicon)
  if (sentences.length === 0) throw failure(turn, `has nothing that can be said: "${turn.text.slice(0, 80)}"`)
  const spoken = sentences.map(sentence => sentence.spoken)
  const { style, intensity = 1 } = turn
  const expression = style === undefined ? {} : { style, intensity }
  const sha256 = hashOf({ format: TAKE_FORMAT, speech, voice, speed, ...expression, spoken })
  return { turn: turn.id, host: turn.host, voice, speed, ...expression, speech, sentences, sha256 }
}

/** The takes of a script, one per turn. Throws a StageError where a turn is by nobody of the cast. */
export const planTakes = (script: Pick<Script, 'turns'>, cast: Cast, options: TakeOptions): TakePlan[] =>
  script.turns.map(turn => {
    const voice = cast.get(turn.host)
    if (voice === undefined)
      throw failure(turn, `is said by "${turn.host}", but the hosts are ${[...cast.keys()].join(' and ')}`)
    return planTake(turn, voice, options)
  })

const failure = ({ id }: Turn, fault: string): StageError =>
  new StageError('render', `turn ${id} ${fault}`, { retryable: false })
