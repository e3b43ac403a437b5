import type { Style } from '../../domain/style.ts'

type Leaning = 'lively' | 'firm' | 'calm' | 'soft'

/** How far a style leans at intensity 1, and which way. */
const LEANINGS: Readonly<Record<Style, readonly [Leaning, number]>> = {
  angry: ['firm', 0.35],
  confused: ['calm', 0.2],
  determined: ['firm', 0.3],
  disgusted: ['firm', 0.2],
  embarrassed: ['soft', 0.2],
  excited: ['lively', 0.4],
  fearful: ['soft', 0.2],
  happy: ['lively', 0.3],
  hopeful: ['lively', 0.2],
  jealous: ['firm', 0.2],
  joyful: ['lively', 0.35],
  regretful: ['calm', 0.35],
  relieved: ['calm', 0.25],
  sad: ['calm', 0.4],
  shouting: ['firm', 0.45],
  softvoice: ['soft', 0.35],
  surprised: ['lively', 0.3],
  whispering: ['soft', 0.5]
}

/** The voice that a leaning goes to, of the same accent and gender: prosody carries the pitch as well. */
const TOWARDS: Readonly<Record<string, Readonly<Record<Leaning, string>>>> = {
  af: { lively: 'af_bella', firm: 'af_kore', calm: 'af_sarah', soft: 'af_nicole' },
  am: { lively: 'am_puck', firm: 'am_fenrir', calm: 'am_michael', soft: 'am_onyx' },
  bf: { lively: 'bf_isabella', firm: 'bf_alice', calm: 'bf_emma', soft: 'bf_lily' },
  bm: { lively: 'bm_fable', firm: 'bm_daniel', calm: 'bm_george', soft: 'bm_lewis' }
}

export const MOST_LEANING = 0.5

export interface Lean {
  towards: string
  share: number
}

/** Where the prosody of a voice leans for a style; null where it stays as it is. Voices of other languages lean as American ones. */
export function leanStyle(
  voice: string,
  style: Style | undefined,
  intensity: number,
  installed: readonly string[]
): Lean | null {
  if (style === undefined) return null
  const [leaning, share] = LEANINGS[style]
  const [accent = '', gender = ''] = voice
  const towards = (TOWARDS[accent + gender] ?? TOWARDS[`a${gender}`])?.[leaning]
  if (towards === undefined || towards === voice || !installed.includes(towards)) return null
  return { towards, share: Math.min(MOST_LEANING, share * intensity) }
}
