import { PageError } from './page-error.ts'

/** First bytes, in Latin-1, of what is no text. */
const MAGIC: [start: RegExp, name: string][] = [
  [/^%PDF-/, 'a PDF'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF[^]{4}WEBP|^[^]{4}ftypavif/, 'an image'],
  [/^PK\x03\x04|^\x1f\x8b|^Rar!|^7z\xbc\xaf/, 'a packed file'],
  [/^ID3|^OggS|^fLaC|^[^]{4}ftyp|^\x1aE\xdf\xa3|^RIFF[^]{4}WAVE/, 'audio or video']
]

const HTML_TYPE =
  /^(?:text\/html|application\/xhtml\+xml|application\/xml|text\/xml|application\/octet-stream)$/
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

const named = (type: string): string => (type === '' ? 'without a Content-Type' : `sent as ${type}`)

/** Throws a PageError that names the Content-Type where the bytes are empty or no HTML. */
export function validatePageBytes(bytes: Uint8Array, contentType: string | null): void {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase().slice(0, 80) ?? ''
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.replaceAll('\0', '').trim() === '' && bytes.length <= 1024)
    throw new PageError('the answer is empty, where a page should be')
  const magic = MAGIC.find(([mark]) => mark.test(start))
  if (magic !== undefined)
    throw new PageError(`this is ${magic[1]}, ${named(type)}; an article is an HTML page`)
  const readable = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')
  if (HTML_START.test(readable)) return
  if (/^\s*[[{]/.test(readable) && !HTML_TYPE.test(type))
    throw new PageError(`this is JSON or the like, ${named(type)}; an article is an HTML page`)
  if (type !== '' && !HTML_TYPE.test(type))
    throw new PageError(`this is no page, but ${named(type)}; an article is an HTML page`)
}
