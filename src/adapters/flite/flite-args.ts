import type { SpeechRequest } from '../../stages/render/ports.ts'
import { toFliteText } from './flite-text.ts'

interface Delivery {
  /** Of time, at speed 1. */
  stretch: number
  /** Hz around its mean pitch; null leaves the voice's own. */
  pitchSpreadHz: number | null
}

/**
 * A change here changes the sound: change the name in flite-speech.ts with it.
 * Left alone (1.1 for kal16, 1 for the others), all but rms hurry along at 195 words per minute; these make 180 of it.
 * And slt keeps within 2.4 semitones for most of the time, where rms and awb use 4.
 */
const DELIVERY: Readonly<Record<string, Delivery>> = {
  awb: { stretch: 1.1, pitchSpreadHz: null },
  kal16: { stretch: 1.2, pitchSpreadHz: null },
  rms: { stretch: 1, pitchSpreadHz: null },
  slt: { stretch: 1.1, pitchSpreadHz: 45 }
}

export const FLITE_VOICES: readonly string[] = Object.keys(DELIVERY)

/** Some 40 KB of memory and 0.05 s of audio go with each character, and no sentence is this long. */
const MAX_CHARACTERS = 4000
const SPEEDS = { lowest: 0.5, highest: 2 }

export const faultOfFliteVoice = (voice: string): string | null =>
  Object.hasOwn(DELIVERY, voice) ? null : `unknown voice "${voice}": Flite has ${FLITE_VOICES.join(', ')}`

/** What Flite is called with, less the output file. Throws on a voice, speed or text that it cannot render. */
export function fliteArgs({ text, voice, speed }: SpeechRequest): string[] {
  const delivery = Object.hasOwn(DELIVERY, voice) ? DELIVERY[voice] : undefined
  if (!delivery) throw new Error(faultOfFliteVoice(voice) ?? undefined)
  if (!(speed >= SPEEDS.lowest && speed <= SPEEDS.highest))
    throw new Error(`speed ${speed} is out of range: use ${SPEEDS.lowest} to ${SPEEDS.highest}`)
  const said = toFliteText(text)
  if (!/[A-Za-z0-9]/.test(said))
    throw new Error(`nothing to say in "${text.slice(0, 60)}": no letter or digit`)
  if (said.length > MAX_CHARACTERS)
    throw new Error(`${said.length} characters are too many for one sentence: at most ${MAX_CHARACTERS}`)
  const settings = [`duration_stretch=${(delivery.stretch / speed).toFixed(4)}`]
  if (delivery.pitchSpreadHz !== null)
    settings.push(`int_f0_target_stddev=${delivery.pitchSpreadHz.toFixed(1)}`)
  return ['-voice', voice, ...settings.flatMap(setting => ['--setf', setting]), '-t', said]
}
