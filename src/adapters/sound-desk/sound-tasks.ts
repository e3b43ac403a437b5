import { move, transferableSymbol, valueSymbol } from 'piscina'
import { finishTake } from '../../stages/render/finish-take.ts'
import { shapeUtterance } from '../../stages/render/shape-utterance.ts'

type Call<F extends (...args: never[]) => unknown> = Parameters<F>

/** Runs in the thread; the samples of the sentences leave it. */
export function shape(call: Call<typeof shapeUtterance>): unknown {
  const shaped = shapeUtterance(...call)
  if ('fault' in shaped) return shaped
  return handOver(
    shaped,
    shaped.sentences.map(({ samples }) => samples.buffer)
  )
}

/** Runs in the thread; the bytes of the WAV leave it. */
export function finish(call: Call<typeof finishTake>): unknown {
  const finished = finishTake(...call)
  return handOver(finished, [finished.wav.buffer])
}

const handOver = (value: object, buffers: readonly ArrayBufferLike[]): unknown =>
  move({ [transferableSymbol]: buffers, [valueSymbol]: value })
