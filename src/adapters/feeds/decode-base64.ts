import { decodeText } from '../charset/decode-text.ts'

const LOOKS_LIKE_BASE64 = /^[A-Za-z0-9+/=\s]+$/

/** Atom 0.3 says mode="base64"; Atom 1.0 means it by a media type that is neither text nor XML (RFC 4287, 4.1.3.3). */
export function bodyOf(text: string, { mode, type }: Readonly<Record<string, string>>): string {
  const isText = type === undefined || /^(?:text|html|xhtml|text\/.*|.*[+/]xml)$/i.test(type)
  if (mode?.toLowerCase() === 'base64' && isText && LOOKS_LIKE_BASE64.test(text))
    return decodeText(Buffer.from(text, 'base64'), null)
  return isText || mode?.toLowerCase() === 'escaped' ? text : textOfMedia(text)
}

/** A picture is no body; a text under a wrong type is. */
const textOfMedia = (text: string): string =>
  LOOKS_LIKE_BASE64.test(text) && !/\s\S+\s/.test(text) ? '' : text
