import { hashOf } from '../../domain/hash.ts'
import type { Script, Turn } from '../../domain/script.ts'
import { splitSentences } from '../../domain/sentences.ts'
import type { Show } from '../../domain/show.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { Voice } from '../../domain/voice.ts'
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

/** What is to be heard in one turn. Throws a StageError where that is nothing. */
export function planTake(turn: Turn, voice: Voice, options: TakeOptions): TakePlan {
  const { speechName: speech, speed = 1, lexicon } = options
  const sentences = planSentences(turn.text, lexicon)
  if (sentences.length === 0)
    throw new StageError(
      'render',
      `turn ${turn.id} has nothing that can be said: "${turn.text.slice(0, 80)}"`,
      {
        retryable: false
      }
    )
  const spoken = sentences.map(sentence => sentence.spoken)
  const sha256 = hashOf({ format: TAKE_FORMAT, speech, voice: voice.id, speed, spoken })
  return { turn: turn.id, host: turn.host, voice: voice.id, speed, speech, sentences, sha256 }
}

/** The takes of a script, one per turn. Throws a StageError where a host or voice does not exist. */
export function planTakes(
  script: Script,
  show: Pick<Show, 'id' | 'hosts'>,
  voices: readonly Voice[],
  options: TakeOptions
): TakePlan[] {
  return script.turns.map(turn => planTake(turn, voiceOf(turn, show, voices), options))
}

function voiceOf(turn: Turn, show: Pick<Show, 'id' | 'hosts'>, voices: readonly Voice[]): Voice {
  const fail = (message: string): never => {
    throw new StageError('render', message, { retryable: false })
  }
  const host = show.hosts.find(({ name }) => name === turn.host)
  if (!host)
    return fail(
      `turn ${turn.id} is said by "${turn.host}", but the hosts of ${show.id} are ${show.hosts.map(({ name }) => name).join(' and ')}`
    )
  const known = voices.map(({ id }) => id).join(', ') || 'none'
  return (
    voices.find(({ id }) => id === host.voice) ??
    fail(
      `host "${host.name}" of ${show.id} has the voice "${host.voice}", which does not exist: the voices are ${known}`
    )
  )
}
