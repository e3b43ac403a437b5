import type { Master } from '../../domain/master.ts'
import type { Script } from '../../domain/script.ts'
import { StageError } from '../../domain/stage-error.ts'
import { plainLine } from './cut-text.ts'

/** One sentence, who says it and when it is heard, in whole ms from the start of the episode. */
export interface Sentence {
  host: string
  text: string
  startMs: number
  endMs: number
  /** Pauses inside it, [from, to] in whole ms. */
  pauses?: readonly (readonly [number, number])[]
}

/** Spans may lie this far outside their turn before they are taken to be on another clock. */
const TOLERANCE_MS = 100

const refuse = (message: string): never => {
  throw new StageError('publish', message, { retryable: false })
}

function validateHeard(script: Script, master: Master): void {
  const written = script.turns.map(turn => turn.id)
  const heard = master.heard.map(turn => turn.turn)
  if (written.join() !== heard.join())
    refuse(
      `The mix and the script differ: the script has the turns ${written.join(', ')}, the mix ${heard.join(', ') || 'none'}. Mix the episode again.`
    )
  for (const { turn, startMs, endMs, spans } of master.heard) {
    const outside = spans.find(
      span => span.startMs < startMs - TOLERANCE_MS || span.endMs > endMs + TOLERANCE_MS
    )
    if (outside)
      refuse(
        `Turn ${turn} is heard from ${startMs} to ${endMs} ms, a sentence of it from ${outside.startMs} to ${outside.endMs} ms. Sentences are timed from the start of the episode.`
      )
    if (!spans.some(span => plainLine(span.text) !== ''))
      refuse(`Turn ${turn} is heard without a sentence: render the episode again.`)
  }
}

/** Every sentence of the episode in order: each ends after it begins and before the next begins. Throws a StageError where the mix is not of this script. */
export function planSentences(script: Script, master: Master): Sentence[] {
  validateHeard(script, master)
  let clock = 0
  return master.heard.flatMap(({ host, spans }) =>
    spans.flatMap(span => {
      const text = plainLine(span.text)
      if (text === '') return []
      const startMs = Math.max(clock, Math.round(span.startMs))
      clock = Math.max(startMs + 1, Math.round(span.endMs))
      const pauses = (span.pauses ?? []).map(([from, to]) => [Math.round(from), Math.round(to)] as const)
      return [{ host: plainLine(host), text, startMs, endMs: clock, pauses }]
    })
  )
}
