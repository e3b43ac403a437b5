import type { Pace, Voice } from '../../domain/voice.ts'
import { measurePace, type PaceOptions } from './measure-pace.ts'
import type { SpeechModel } from './ports.ts'

/** The paces that were measured on this machine, by the name of the speech model and the voice. */
export interface PaceBook {
  find(speech: string, voice: string): Promise<Pace | null>
  keep(speech: string, voice: string, pace: Pace): Promise<void>
}

/** Nobody can call a measurement off, as others may be waiting for it. */
type FindOptions = Omit<PaceOptions, 'signal'>

export type PaceFinder = (speech: SpeechModel, voice: string, options?: FindOptions) => Promise<Pace>

/**
 * The pace that a voice's card tells, else that was measured before, else measured now and kept; asked twice at once,
 * once. `note` is told when a measurement begins: it takes a neural voice half a minute.
 */
export function createPaceFinder(
  cards: readonly Voice[],
  book: PaceBook,
  note: (text: string) => void = () => {}
): PaceFinder {
  const atWork = new Map<string, Promise<Pace>>()
  const measure = async (speech: SpeechModel, voice: string, options?: FindOptions): Promise<Pace> => {
    const known = await book.find(speech.name, voice)
    if (known !== null) return known
    note(`measuring how fast ${voice} of ${speech.name} speaks; this is done once`)
    const pace = await measurePace(speech, voice, options)
    await book.keep(speech.name, voice, pace)
    return pace
  }
  return async (speech, voice, options) => {
    const card = cards.find(({ id, model }) => id === voice && model === speech.family)
    if (card?.pace !== undefined) return card.pace
    const key = `${speech.name} ${voice}`
    const running = atWork.get(key) ?? measure(speech, voice, options).finally(() => atWork.delete(key))
    atWork.set(key, running)
    return running
  }
}
