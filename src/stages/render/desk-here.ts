import { finishTake } from './finish-take.ts'
import { letOthersRun } from './let-others-run.ts'
import type { SoundDesk } from './ports.ts'
import { shapeUtterance } from './shape-utterance.ts'

/** On the thread of the caller, with a turn of the event loop before each step. */
export const deskHere: SoundDesk = {
  async shape(raw, asked) {
    await letOthersRun()
    return shapeUtterance(raw, asked)
  },
  async finish(sentences, how) {
    await letOthersRun()
    return finishTake(sentences, how)
  },
  async release() {}
}
