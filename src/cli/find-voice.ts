import type { Settings } from '../config/load-settings.ts'
import { loadPlainShow } from '../config/load-settings.ts'
import { parseSpeechChoice, SPEECH_HELP } from '../config/speech-choice.ts'
import type { Show } from '../domain/show.ts'
import { UsageError } from './exit.ts'
import { toOrder } from './episode-request.ts'
import { nearestNames } from './nearest-names.ts'
import type { ListedVoice, VoiceDesk } from './voice-desk.ts'

/** The voices of a blend such as `af_heart:60+af_bella:40`; of a plain name, that. */
export const voicesOf = (name: string): string[] =>
  name.split('+').map(part => part.trim().replace(/:[\d.]*$/, ''))

/** The show whose lexicon holds: the one that is named, else the only one, else one that asks for nothing special. */
export function showFor(settings: Settings, id: string | undefined): Show {
  const [only, ...others] = settings.shows
  if (id === undefined) return only !== undefined && others.length === 0 ? only : loadPlainShow()
  const show = settings.shows.find(show => show.id === id)
  if (show !== undefined) return show
  const names = settings.shows.map(show => show.id).join(', ') || 'none'
  throw new UsageError(`${settings.configFile} has no show "${id}"; there is: ${names}`)
}

/**
 * The speech that a voice is said with: the one that was named, else an installed one that has the voice, else the
 * settings'. Throws a UsageError where none has it, with the names that may have been meant.
 */
export async function findSpeechOf(
  desk: VoiceDesk,
  settings: Settings,
  { voice, named, show }: { voice: string; named: boolean; show: Show }
): Promise<string> {
  if (parseSpeechChoice(settings.speech) === null)
    throw new UsageError(`there is no speech "${settings.speech}": ${SPEECH_HELP}`)
  const shelf = named ? [] : await desk.shelf()
  const having = shelf.filter(listed => voicesOf(voice).includes(listed.voice.id))
  const speech =
    having.find(({ installed }) => installed)?.speech ?? (await desk.chooseSpeech(toOrder(settings, show)))
  const model = await desk.speech(speech)
  const fault = model.faultOfVoice(voice)
  if (fault === null) return speech
  const told =
    named || having.length > 0
      ? fault
      : `no speech has a voice "${voice}"; duologue voices list shows those there are`
  throw new UsageError(wayTo(having) ?? `${told}${hint(voice, [...model.voices, ...shelf.map(idOf)])}`)
}

const idOf = ({ voice }: ListedVoice): string => voice.id

/** There is a card of it, and nothing that has it is installed. */
function wayTo(having: readonly ListedVoice[]): string | null {
  const missing = having.find(({ installed }) => !installed)
  if (missing === undefined || having.some(({ installed }) => installed)) return null
  const { voice, how } = missing
  const get = how === null ? 'name one that is: duologue voices list' : `get it with: ${how}`
  return `${voice.id} is a voice of ${voice.model}, which is not installed; ${get}`
}

function hint(voice: string, names: readonly string[]): string {
  const known = new Set(names)
  const unknown = voicesOf(voice).filter(name => !known.has(name))
  const near = [...new Set(unknown.flatMap(name => nearestNames(name, [...known])))]
  return near.length === 0 ? '' : `\nDid you mean ${near.join(' or ')}?`
}
