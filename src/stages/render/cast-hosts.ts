import type { Show } from '../../domain/show.ts'
import type { SpeechModel } from './ports.ts'

/** The voice of each host, by the host's name. */
export type Cast = ReadonlyMap<string, string>

export interface CastFault {
  /** Position among the show's hosts. */
  host: number
  message: string
}

/** Two voices of one kind of speech model that go well together. */
export type VoicePair = readonly [first: string, second: string]

/** Names as a list that a person can take in; of long ones, the first. */
export const listVoices = (voices: readonly string[], most = 30): string =>
  voices.length <= most
    ? voices.join(', ') || 'none'
    : `${voices.slice(0, most).join(', ')} and ${voices.length - most} more (duologue voices list)`

/**
 * Gives each host its voice: the one the show names for this kind of speech model, or, where it names none, one of a
 * pair that goes with what the other hosts have. Every voice that cannot be had is a fault.
 */
export function castHosts(
  { hosts }: Pick<Show, 'hosts'>,
  speech: Pick<SpeechModel, 'family' | 'voices' | 'faultOfVoice' | 'canonicalVoice'>,
  pairs: readonly VoicePair[] = []
): { cast: Cast; faults: CastFault[] } {
  const named = hosts.map(({ voice }) =>
    typeof voice === 'string' || voice === undefined
      ? voice
      : speech.family === 'tone'
        ? undefined
        : voice[speech.family]
  )
  const faults = named.flatMap((voice, host): CastFault[] => {
    const message = voice === undefined ? null : speech.faultOfVoice(voice)
    return message === null ? [] : [{ host, message }]
  })
  const cast = new Map<string, string>()
  hosts.forEach(({ name }, host) => {
    const taken = [...named.filter(voice => voice !== undefined), ...cast.values()]
    const voice = named[host] ?? chooseVoice(host, taken, speech.voices, pairs)
    if (voice !== undefined)
      cast.set(name, faults.length > 0 ? voice : (speech.canonicalVoice?.(voice) ?? voice))
    else faults.push({ host, message: tooFew(speech, hosts.length) })
  })
  return { cast, faults }
}

const COUNTS = ['no', 'one', 'two', 'three', 'four']

function tooFew({ family, voices }: Pick<SpeechModel, 'family' | 'voices'>, hosts: number): string {
  const count = COUNTS[hosts] ?? String(hosts)
  const shared = hosts === 2 ? 'both' : 'several of them'
  const [need, way] =
    hosts === 1
      ? ['a host needs one', '']
      : [`${count} hosts need ${count}`, `, or name the same one for ${shared}`]
  return `has no voice left: ${family} has ${listVoices(voices)}, and ${need}; add a voice${way}`
}

/** A voice that nobody has: of the first pair that can be had and that fits what is taken, else of any pair, else any. */
function chooseVoice(
  host: number,
  taken: readonly string[],
  voices: readonly string[],
  pairs: readonly VoicePair[]
): string | undefined {
  const free = (voice: string | undefined): voice is string =>
    voice !== undefined && voices.includes(voice) && !taken.includes(voice)
  const whole = pairs.filter(pair => pair.every(voice => voices.includes(voice) || taken.includes(voice)))
  const fitting = taken.length === 0 ? whole : whole.filter(pair => pair.some(voice => taken.includes(voice)))
  const [first, second] = fitting[0] ?? whole[0] ?? []
  const wished = host === 0 ? [first, second] : [second, first]
  return [...wished, ...whole.flat(), ...voices].find(free)
}
