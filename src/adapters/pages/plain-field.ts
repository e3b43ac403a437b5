import { canParseUrl } from '../../domain/can-parse-url.ts'
import { cleanText, oneLine } from '../../domain/text.ts'
import { parseFragment } from './dom.ts'
import { MAX_FIELD } from './page-limits.ts'
import { paragraphsOf } from './paragraphs-of.ts'

const HAS_MARKUP = /<\/?[a-z][^<>]{0,500}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,20});/i

const textOf = (markup: string): string =>
  paragraphsOf(parseFragment(markup))
    .map(({ text }) => text)
    .join(' ')

/** A title or a name as one plain line, null where nothing is left; markup and entities in it are read as such. */
export function plainField(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const short = value.slice(0, MAX_FIELD)
  const plain = oneLine(cleanText(HAS_MARKUP.test(short) ? textOf(short) : short))
  return plain === '' ? null : plain
}

/** An absolute http or https address, null for any other. */
export function webAddress(value: unknown, base: string): string | null {
  if (typeof value !== 'string' || value.length > MAX_FIELD) return null
  const trimmed = value.trim()
  if (trimmed === '' || !canParseUrl(trimmed, base)) return null
  const { protocol, href } = new URL(trimmed, base)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

const ISO =
  /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?\s*$/i

/** A date as pages write it for machines, as ISO 8601 in UTC; null where it is none. Without a zone it counts as UTC. */
export function isoDate(value: unknown): string | null {
  const [, day, time = '00:00', seconds = '00', zone = 'Z'] =
    ISO.exec(typeof value === 'string' ? value : '') ?? []
  const at = Date.parse(`${day}T${time}:${seconds}${zone.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
