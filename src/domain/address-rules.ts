import { canParseUrl } from './can-parse-url.ts'
import { BlockList, isIP } from 'node:net'

/** What of a home network may be asked: one host by its name or address, or a range of addresses. */
export type AddressRule =
  { kind: 'host'; host: string } | { kind: 'range'; family: 'ipv4' | 'ipv6'; address: string; prefix: number }

const EXAMPLES =
  'use a host such as nas.local, an address such as 192.168.1.20, or a range such as 192.168.1.0/24'

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

/** A host as rules and addresses spell it: small letters, no brackets, no dot at the end, Punycode. */
export function plainHost(host: string): string {
  const inUrl = `http://${isIP(host) === 6 ? `[${host}]` : host}/`
  const spelled = canParseUrl(inUrl) ? new URL(inUrl).hostname : host.toLowerCase()
  return spelled.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

const wrong = (text: string, why: string): Error => new Error(`"${text.slice(0, 100)}" ${why}: ${EXAMPLES}`)

function parseRange(text: string): AddressRule {
  const [address = '', bits = '', ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0) throw wrong(text, 'has no address before the slash')
  const most = version === 4 ? 32 : 128
  if (more.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
    throw wrong(text, `needs a whole number from 0 to ${most} after the slash`)
  return { kind: 'range', family: version === 4 ? 'ipv4' : 'ipv6', address, prefix: Number(bits) }
}

/** Throws an Error that says what is wrong with the text and what would be right. */
export function parseAddressRule(text: string): AddressRule {
  const trimmed = text.trim()
  if (trimmed === '') throw wrong(text, 'is empty')
  if (trimmed.includes('://')) throw wrong(text, 'is a whole address, where its host alone is meant')
  if (trimmed.includes('/')) return parseRange(trimmed)
  const host = plainHost(trimmed.replace(/^\[|\]$/g, ''))
  if (
    isIP(host) === 0 &&
    (/[:@?#\\]/.test(trimmed) || host.length > 253 || !host.split('.').every(label => LABEL.test(label)))
  )
    throw wrong(text, 'is neither a host nor a range')
  return { kind: 'host', host }
}

/** The rules of `fetch.allow`. Throws at the first text that is none. */
export const parseAddressRules = (texts: readonly string[]): AddressRule[] => texts.map(parseAddressRule)

function rangeHolds(rule: AddressRule & { kind: 'range' }, address: string): boolean {
  const [bare = ''] = address.split('%')
  if (isIP(bare) !== (rule.family === 'ipv4' ? 4 : 6)) return false
  const list = new BlockList()
  list.addSubnet(rule.address, rule.prefix, rule.family)
  return list.check(bare, rule.family)
}

/** Does a rule open this address, to which this host leads? */
export const isAllowedBy = (rules: readonly AddressRule[], host: string, address: string): boolean =>
  rules.some(rule => (rule.kind === 'host' ? rule.host === plainHost(host) : rangeHolds(rule, address)))
