import type { Pace, SpeechFamily, Voice } from '../../domain/voice.ts'
import type { SpeechAbilities, SpeechModel } from './ports.ts'

/** A voice that there is a card of, or that an installed model has. */
export interface ShelfVoice {
  voice: Voice | { id: string; model: SpeechFamily }
  installed: boolean
  /** What `--speech` says to speak with it; null where it is not installed. */
  speech: string | null
  /** The command that installs it; null where it is installed, or none does. */
  how: string | null
  abilities: Pick<SpeechAbilities, 'phonemes' | 'styles' | 'blends'>
  /** Where it is known. */
  pace: Pace | null
}

/** A speech model that can be used as it is, and what `--speech` calls it. */
export interface InstalledSpeech {
  speech: string
  model: Pick<SpeechModel, 'family' | 'name' | 'voices' | 'abilities'>
}

export interface ShelfSources {
  cards: readonly Voice[]
  /** The best first. */
  installed: readonly InstalledSpeech[]
  /** The command that installs a voice that is not there. */
  wayToGet(voice: Voice): string | null
  /** What was measured of an installed model's voice. */
  paceOf(speech: string, voice: string): Promise<Pace | null>
}

/** What each kind can do, for those that are not installed to be asked. */
const ABILITIES: Record<SpeechFamily, ShelfVoice['abilities']> = {
  flite: { phonemes: false, styles: 'none', blends: false },
  kokoro: { phonemes: true, styles: 'voice', blends: true },
  piper: { phonemes: true, styles: 'none', blends: false },
  openai: { phonemes: false, styles: 'none', blends: false },
  azure: { phonemes: false, styles: 'native', blends: false }
}

/** Every voice that can be had: those with a card, and those of installed models that have none. */
export async function buildShelf(sources: ShelfSources): Promise<ShelfVoice[]> {
  const uncarded = sources.installed.flatMap(({ model }) => {
    const { family, voices } = model
    if (family === 'tone') return []
    return voices.flatMap(id => (sources.cards.some(isCalled(id, family)) ? [] : [{ id, model: family }]))
  })
  const once = uncarded.filter(({ id, model }, i) => uncarded.findIndex(isCalled(id, model)) === i)
  return Promise.all([...sources.cards, ...once].map(voice => describe(voice, sources)))
}

const isCalled =
  (id: string, family: string) =>
  (voice: ShelfVoice['voice']): boolean =>
    voice.id === id && voice.model === family

async function describe(
  voice: ShelfVoice['voice'],
  { installed, wayToGet, paceOf }: ShelfSources
): Promise<ShelfVoice> {
  const having = installed.find(
    ({ model }) => model.family === voice.model && model.voices.includes(voice.id)
  )
  const card = 'name' in voice ? voice : null
  return {
    voice,
    installed: having !== undefined,
    speech: having?.speech ?? null,
    how: having === undefined && card !== null ? wayToGet(card) : null,
    abilities: having?.model.abilities ?? ABILITIES[voice.model],
    pace: card?.pace ?? (having === undefined ? null : await paceOf(having.model.name, voice.id))
  }
}
