import iconv from 'iconv-lite'
import { MAX_ENTITY_TEXT } from './feed-limits.ts'

const AMPERSAND = /&(?:#(\d{1,7});|#[xX]([\da-fA-F]{1,6});|([A-Za-z_][\w.-]{0,60});)?/g

const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u

/** HTML reads &#128; to &#159; as windows-1252, and so do those who write them. */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return iconv.decode(Buffer.of(code), 'windows-1252')
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

const legalReference = (code: number): string => {
  const character = characterOf(code)
  return LEGAL.test(character) ? `&#${character.codePointAt(0)};` : ''
}

const mendCharacter = (found: string, decimal?: string, hexadecimal?: string): string => {
  if (decimal !== undefined) return legalReference(Number(decimal))
  if (hexadecimal !== undefined) return legalReference(Number.parseInt(hexadecimal, 16))
  return found.replace('&', '&amp;')
}

/**
 * Makes every ampersand of a text good XML: character references stay if XML allows the character, declared entities
 * are written out, and the others, HTML's among them, become `&amp;name;`. All declared entities of one feed together
 * add at most 100,000 characters: what would be more stays as it is written.
 */
export function createReferenceMender(entities: ReadonlyMap<string, string>): (text: string) => string {
  let left = MAX_ENTITY_TEXT
  const written = (name: string): string | null => {
    const value = entities.get(name)
    if (value === undefined || value.length > left) return null
    left -= value.length
    return value.replace(AMPERSAND, mendCharacter)
  }
  return text =>
    text.replace(AMPERSAND, (found, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name === undefined) return mendCharacter(found, decimal, hexadecimal)
      return XML_NAMES.has(name) ? found : (written(name) ?? found.replace('&', '&amp;'))
    })
}
