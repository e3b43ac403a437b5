/** One voice of a blend, and its share: those of a blend come to 1. */
export interface BlendPart {
  voice: string
  share: number
}

const MOST_VOICES = 4
const HELP = 'a blend is 2 to 4 voices with weights, such as af_heart:60+af_bella:40'

/** Reads `af_heart:60+af_bella:40`, or one voice alone; most of it first. Gives what is wrong as text. */
export function parseBlend(text: string): BlendPart[] | string {
  const written = text.split('+').map(part => part.trim())
  if (written.length > MOST_VOICES) return `"${text}" has ${written.length} voices: ${HELP}`
  const parts = written.map(readPart)
  const wrong = written.find((_, i) => parts[i] === null)
  if (wrong !== undefined) return `"${wrong}" in the voice "${text}" cannot be read: ${HELP}`
  const read = parts.filter(part => part !== null)
  const twice = read.find(({ voice }, i) => read.findIndex(other => other.voice === voice) < i)
  if (twice) return `${twice.voice} is in the voice "${text}" twice: ${HELP}`
  const sum = read.reduce((total, { share }) => total + share, 0)
  return read
    .map(({ voice, share }) => ({ voice, share: share / sum }))
    .sort((a, b) => b.share - a.share || (a.voice < b.voice ? -1 : 1))
}

function readPart(text: string): BlendPart | null {
  const match = /^([A-Za-z0-9][A-Za-z0-9_-]*)(?:\s*:\s*(\d{1,6}(?:\.\d{1,6})?))?$/.exec(text)
  const share = Number(match?.[2] ?? 1)
  return match?.[1] !== undefined && share > 0 ? { voice: match[1], share } : null
}

/** One way to write a blend, so that the same sound has the same address: shares in percent, the greatest first. */
export function canonicalVoice(text: string): string {
  const parts = parseBlend(text)
  if (typeof parts === 'string') return text
  if (parts.length === 1) return parts[0]?.voice ?? text
  return parts.map(({ voice, share }) => `${voice}:${Number((share * 100).toFixed(1))}`).join('+')
}
