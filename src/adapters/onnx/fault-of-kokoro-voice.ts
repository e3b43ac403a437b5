import { nameVoices } from './name-voices.ts'
import { parseBlend } from './parse-blend.ts'

/** Says what is wrong with a voice or a blend of voices, or null. */
export function faultOfKokoroVoice(voice: string, installed: readonly string[]): string | null {
  const parts = parseBlend(voice)
  if (typeof parts === 'string') return `${parts}; this Kokoro has ${nameVoices(installed)}`
  const strange = parts.find(part => !installed.includes(part.voice))
  if (!strange) return null
  const where = parts.length > 1 ? ` in "${voice}"` : ''
  return `unknown voice "${strange.voice}"${where}: this Kokoro has ${nameVoices(installed)}`
}
