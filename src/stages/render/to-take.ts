import { StageError } from '../../domain/stage-error.ts'
import type { Take, TakeInfo } from '../../domain/take.ts'
import type { TakePlan } from './plan-take.ts'

/** The take of a turn: the times of what is heard, with the sentences as they are printed. */
export function toTake({ turn, host, voice, sha256, sentences }: TakePlan, info: TakeInfo): Take {
  if (info.spans.length !== sentences.length)
    throw new StageError(
      'render',
      `take ${sha256} has ${info.spans.length} sentences, turn ${turn} has ${sentences.length}: delete the take and render again`,
      { retryable: false }
    )
  const spans = info.spans.map((span, i) => ({ ...span, text: sentences[i]?.text ?? '' }))
  return { ...info, turn, host, voice, sha256, spans }
}
