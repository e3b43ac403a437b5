import { decodeWav } from '../../domain/wav.ts'
import type { Pcm } from '../../stages/render/ports.ts'
import type { ServerAnswer } from './ask-server.ts'
import { excerptOf, serverFault } from './server-fault.ts'

/** What was asked for: `pcm` is 16-bit little-endian mono without a header, 24 kHz unless the answer's type says otherwise. */
export type AudioFormat = 'wav' | 'pcm'

const PCM_RATE_HZ = 24_000
const FULL_SCALE = 32767

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && [...text].every((character, i) => bytes[i] === character.charCodeAt(0))

/** Kinds of answer by their first bytes. Raw PCM may begin with any two bytes, so an MP3 without a tag is told by its type there. */
function kindOf({ bytes, contentType }: ServerAnswer, asked: AudioFormat): string | null {
  if (startsWith(bytes, 'RIFF')) return 'WAV'
  if (/\bjson\b/.test(contentType) || (startsWith(bytes, '{') && asked === 'wav')) return 'JSON'
  if (
    /\bhtml\b/.test(contentType) ||
    /^\s*<(?:!doctype|html)/i.test(excerptOf(bytes.subarray(0, 64), undefined))
  )
    return 'HTML'
  if (contentType.startsWith('text/')) return 'text'
  if (startsWith(bytes, 'ID3') || /audio\/(?:mpeg|mp3)/.test(contentType)) return 'MP3'
  if (asked === 'wav' && bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) return 'MP3 or AAC'
  if (startsWith(bytes, 'OggS')) return 'Ogg'
  if (startsWith(bytes, 'fLaC')) return 'FLAC'
  return null
}

/** The sound of a successful answer. Throws a StageError that says what came instead. */
export function decodeAudio(
  url: URL,
  answer: ServerAnswer,
  asked: AudioFormat,
  secret: string | undefined
): Pcm {
  const { bytes, contentType } = answer
  if (bytes.length === 0) throw serverFault(url, 'answered with no audio at all: its answer is empty', true)
  const kind = kindOf(answer, asked)
  const pcm =
    kind === 'WAV' ? readWav(url, bytes) : asked === 'pcm' && kind === null ? readPcm(url, answer) : null
  if (pcm === null) {
    const type = contentType === '' ? '' : ` (${excerptOf(new TextEncoder().encode(contentType), secret)})`
    const readable = kind === 'JSON' || kind === 'text' ? `: "${excerptOf(bytes, secret)}"` : ''
    throw serverFault(
      url,
      `was asked for ${asked.toUpperCase()} and answered with ${kind ?? 'something else'}${type}${readable}; it must be a server with /v1/audio/speech that can send WAV or PCM`,
      false
    )
  }
  if (pcm.samples.length === 0)
    throw serverFault(url, 'answered with no audio at all: its sound is empty', true)
  return pcm
}

function readWav(url: URL, bytes: Uint8Array): Pcm {
  try {
    return decodeWav(bytes, { whole: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw serverFault(
      url,
      `answered with a WAV that cannot be used: ${why}`,
      /cut short|no data/.test(why),
      error
    )
  }
}

function readPcm(url: URL, { bytes, contentType }: ServerAnswer): Pcm {
  if (bytes.length % 2 === 1)
    throw serverFault(url, `answered with ${bytes.length} bytes of 16-bit PCM: it is cut short`, true)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const samples = Float32Array.from({ length: bytes.length / 2 }, (_, i) =>
    Math.max(-1, view.getInt16(i * 2, true) / FULL_SCALE)
  )
  const rate = Number(/rate=(\d{4,6})/.exec(contentType)?.[1] ?? PCM_RATE_HZ)
  return { samples, sampleRateHz: rate }
}
