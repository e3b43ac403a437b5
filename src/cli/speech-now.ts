import { loadPlainShow, type Settings } from '../config/load-settings.ts'
import { toOrder } from './episode-request.ts'
import type { VoiceDesk } from './voice-desk.ts'

/** What a show would speak with now, and who with which voice. */
export interface SpeechNow {
  /** Null where no show is configured. */
  show: string | null
  speech: string | null
  hosts: Record<string, string>
  /** What keeps it from speaking. */
  fault: string | null
}

/** Of each configured show; where there is none, of a show that asks for nothing special. */
export async function findSpeechNow(desk: VoiceDesk, settings: Settings): Promise<SpeechNow[]> {
  const shows = settings.shows.length > 0 ? settings.shows : [loadPlainShow()]
  return Promise.all(
    shows.map(async (show): Promise<SpeechNow> => {
      const id = settings.shows.length > 0 ? show.id : null
      try {
        const speech = await desk.chooseSpeech(toOrder(settings, show))
        const cast = desk.cast(show, await desk.speech(speech))
        return { show: id, speech, hosts: Object.fromEntries(cast), fault: null }
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error)
        return { show: id, speech: null, hosts: {}, fault }
      }
    })
  )
}

export const printSpeechNow = (now: readonly SpeechNow[]): string =>
  now
    .map(({ show, speech, hosts, fault }) => {
      const who = show === null ? 'A show' : `The show "${show}"`
      if (fault !== null) return `${who} cannot speak now: ${fault}`
      const cast = Object.entries(hosts).map(([host, voice]) => `${host} is ${voice}`)
      return `${who} speaks with ${speech} now: ${cast.join(', ')}.`
    })
    .join('\n')
