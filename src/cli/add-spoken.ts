import type { SpeechNow } from './speech-now.ts'
import type { ListedVoice, VoiceDesk } from './voice-desk.ts'

/** The shelf with the voices of models that a show names by path or address: they can be had, though nothing installed them. */
export async function addSpoken(
  desk: VoiceDesk,
  listed: readonly ListedVoice[],
  now: readonly SpeechNow[]
): Promise<ListedVoice[]> {
  const installed = new Set(listed.map(({ speech }) => speech))
  const named = new Set(
    now.flatMap(({ speech }) => (speech === null || installed.has(speech) ? [] : [speech]))
  )
  let voices = [...listed]
  for (const speech of named) voices = addModel(voices, speech, await desk.speech(speech))
  return voices
}

type Model = Awaited<ReturnType<VoiceDesk['speech']>>

function addModel(listed: readonly ListedVoice[], speech: string, model: Model): ListedVoice[] {
  const { family, abilities } = model
  if (family === 'tone') return [...listed]
  const known = listed.filter(({ voice }) => voice.model === family).map(({ voice }) => voice.id)
  const there = { installed: true, speech, how: null, abilities }
  const marked = listed.map(one =>
    !one.installed && one.voice.model === family && model.voices.includes(one.voice.id)
      ? { ...one, ...there }
      : one
  )
  const uncarded = model.voices.filter(id => !known.includes(id))
  return [...marked, ...uncarded.map(id => ({ voice: { id, model: family }, ...there, pace: null }))]
}
