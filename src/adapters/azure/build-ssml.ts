import { cleanText, oneLine } from '../../domain/text.ts'
import type { SpeechRequest } from '../../stages/render/ports.ts'
import type { AzureVoice } from './azure-voice.ts'

const SYNTHESIS = 'http://www.w3.org/2001/10/synthesis'
/** Azure's own samples write http for MAI voices and https elsewhere. */
const mstts = ({ kind }: AzureVoice): string => `${kind === 'mai' ? 'http' : 'https'}://www.w3.org/2001/mstts`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}
/** XML 1.0 has no U+FFFE and U+FFFF; `cleanText` takes out the other characters that it has not. */
const escapeXml = (text: string): string =>
  cleanText(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? '')

const PHONEMES = /\[([^\][\n]*)\]\(\/([^/()\n]*)\/\)/g

/** Voices that take no phonemes get the word. */
function buildText(text: string, { kind }: AzureVoice): string {
  if (kind !== 'neural') return escapeXml(text.replace(PHONEMES, '$1'))
  const parts = text.split(PHONEMES)
  return parts
    .map((part, i) => {
      if (i % 3 === 0) return escapeXml(part)
      if (i % 3 === 2) return ''
      return `<phoneme alphabet="ipa" ph="${escapeXml(parts[i + 1] ?? '')}">${escapeXml(part)}</phoneme>`
    })
    .join('')
}

const RATE = { slowest: 0.5, fastest: 2 }

/** Only plain neural voices are sure to follow it; the others leave it out, or follow it at will. */
function buildPace(inner: string, speed: number): string {
  const kept = Math.max(RATE.slowest, Math.min(RATE.fastest, speed))
  const percent = Math.round((kept - 1) * 1000) / 10
  return percent === 0 ? inner : `<prosody rate="${percent > 0 ? '+' : ''}${percent}%">${inner}</prosody>`
}

const DEGREE = { least: 0.01, most: 2 }

function buildStyle(inner: string, { style, intensity = 1 }: SpeechRequest, { styles }: AzureVoice): string {
  if (style === undefined || !styles.includes(style)) return inner
  const degree = Math.round(Math.max(DEGREE.least, Math.min(DEGREE.most, intensity)) * 100) / 100
  return `<mstts:express-as style="${style}" styledegree="${degree}">${inner}</mstts:express-as>`
}

const buildTurn = (inner: string, { speaker }: AzureVoice): string =>
  speaker === null
    ? inner
    : `<mstts:dialog><mstts:turn speaker="${escapeXml(speaker)}">${inner}</mstts:turn></mstts:dialog>`

/** The SSML document of a request. Whatever the text holds, it is text there. */
export function buildSsml(request: SpeechRequest, voice: AzureVoice): string {
  const paced = buildPace(buildText(oneLine(request.text), voice), request.speed)
  const inner = buildTurn(buildStyle(paced, request, voice), voice)
  return (
    `<speak version="1.0" xmlns="${SYNTHESIS}" xmlns:mstts="${mstts(voice)}" xml:lang="${voice.locale}">` +
    `<voice name="${escapeXml(voice.name)}">${inner}</voice></speak>`
  )
}
