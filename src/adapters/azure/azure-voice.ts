/**
 * How much of SSML a voice takes. `mai` and `neural` have styles; `hd` and `multi-talker` have none, and leave out
 * prosody and phonemes (Azure docs, high-definition-voices: supported SSML elements; mai-voices says nothing of either).
 */
export type AzureVoiceKind = 'mai' | 'hd' | 'multi-talker' | 'neural'

export interface AzureVoice {
  /** As it is written in `voice name="…"`. */
  name: string
  kind: AzureVoiceKind
  /** One of the two of a multi-talker voice. */
  speaker: string | null
  /** BCP 47 tag, of its name. */
  locale: string
  /** The names that `mstts:express-as` takes; with any other, Azure leaves the whole element out. */
  styles: readonly string[]
}

const kindOf = (name: string): AzureVoiceKind => {
  if (/MultiTalker/i.test(name)) return 'multi-talker'
  if (/:MAI-Voice/i.test(name)) return 'mai'
  return name.includes(':') ? 'hd' : 'neural'
}

/** Some names begin in small letters: en-us-Noa:MAI-Voice-1. */
function localeOf(name: string): string {
  const [, language, region] = /^([a-z]{2,3})-([a-z]{2}|\d{3})-/i.exec(name) ?? []
  return language === undefined || region === undefined
    ? 'en-US'
    : `${language.toLowerCase()}-${region.toUpperCase()}`
}

/** The speakers of a multi-talker voice, as `mstts:turn` takes them. */
export const speakersOf = (name: string): string[] =>
  (/MultiTalker-([A-Za-z]+)-([A-Za-z]+):/i.exec(name) ?? []).slice(1).map(speaker => speaker.toLowerCase())

/** A voice by the id that a show gives it: its name, and for a multi-talker voice `@` and the speaker. */
export function describeVoice(id: string, styles: readonly string[] = []): AzureVoice {
  const [name = '', speaker = null] = id.split('@')
  return { name, kind: kindOf(name), speaker, locale: localeOf(name), styles }
}

/** The ids that a voice of Azure's is addressed by: one, or one for each of its speakers. */
export function idsOf(name: string): string[] {
  if (kindOf(name) !== 'multi-talker') return [name]
  return speakersOf(name).map(speaker => `${name}@${speaker}`)
}
