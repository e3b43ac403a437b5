import type { Sounds } from './sounds.ts'

const WRITTEN = /\[([^[\]]*)\]\(\/([^/()]*)\/\)/g

/** Tie bars and the dots between syllables are no symbols of espeak-ng's; a dot would be heard as a stop. */
const plainIpa = (ipa: string): string =>
  ipa
    .normalize('NFC')
    .replace(/[\u0361\u035c.]/g, '')
    .trim()
    .replace(/\s+/g, ' ')

/** `[Kyiv](/kˈiːɪv/)` → a stand-in for exactly that sound; one without a sound is the word alone. */
export const readWrittenSounds = (text: string, sounds: Sounds): string =>
  text.replace(WRITTEN, (_, word: string, ipa: string) => {
    const sound = plainIpa(ipa)
    return sound === '' ? word : sounds.add(sound)
  })
