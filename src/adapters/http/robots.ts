import { canParseUrl } from '../../domain/can-parse-url.ts'
import { createRequire } from 'node:module'
import type { Robot } from 'robots-parser'
import { productToken, rulesFor } from './robots-groups.ts'

/** robots-parser 3 is one function; its types tell of a default export that is not there. */
const robotsParser = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Robot

export interface RobotsAnswer {
  /** The body of /robots.txt; null where there is none. */
  robotsTxt: string | null
  /** Its HTTP status after redirects; null where the server could not be reached. */
  status: number | null
}

export interface RobotsVerdict {
  allowed: boolean
  /** May asking again later give another verdict? */
  isTemporary: boolean
  /** Why not; null where it is allowed. */
  reason: string | null
  /** Seconds between two requests, where the server asks for them; at most 60. */
  crawlDelaySeconds: number | null
}

/** RFC 9309 2.5: at least 500 KiB must be read. */
const MAX_CHARACTERS = 500 * 1024
const MAX_CRAWL_DELAY_SECONDS = 60
/** Steps that wildcards may cost robots-parser, which tries each character of a rule at each place of the address. */
const MAX_STEPS = 50_000_000

const allow = (crawlDelaySeconds: number | null = null): RobotsVerdict => ({
  allowed: true,
  isTemporary: false,
  reason: null,
  crawlDelaySeconds
})

const refuse = (reason: string, isTemporary: boolean): RobotsVerdict => ({
  allowed: false,
  isTemporary,
  reason,
  crawlDelaySeconds: null
})

/** As much as is parsed: whole lines of the first 500 KiB, without a byte order mark. */
function parsedPart(robotsTxt: string): string {
  const text = robotsTxt.slice(0, MAX_CHARACTERS).replace(/^\ufeff/, '')
  return robotsTxt.length > MAX_CHARACTERS ? text.slice(0, Math.max(0, text.lastIndexOf('\n'))) : text
}

/** The verdict of a status without rules; null where the body counts. 429 asks for patience, as 5xx does. */
function verdictOfStatus(status: number | null): RobotsVerdict | null {
  if (status === null)
    return refuse('robots.txt could not be fetched, so the page is left alone for now', true)
  if (status >= 500 || status === 429)
    return refuse(`robots.txt answers ${status}, so the page is left alone for now`, true)
  return status >= 200 && status < 300 ? null : allow()
}

function verdictOfRules(rules: string[], { href, origin }: URL): RobotsVerdict {
  const steps = rules.reduce((sum, rule) => sum + (rule.includes('*') ? rule.length : 1), 0) * href.length
  if (steps > MAX_STEPS)
    return refuse(`the rules in robots.txt of ${origin} are too intricate to follow`, false)
  const robots = robotsParser(`${origin}/robots.txt`, ['User-agent: *', ...rules].join('\n'))
  if (robots.isAllowed(href, '*') === false) {
    const rule = rules[robots.getMatchingLineNumber(href, '*') - 2] ?? ''
    return refuse(`robots.txt of ${origin} does not allow it ("${rule.slice(0, 100)}")`, false)
  }
  const delay = robots.getCrawlDelay('*')
  return allow(delay === undefined || delay < 0 ? null : Math.min(delay, MAX_CRAWL_DELAY_SECONDS))
}

/**
 * May this address be fetched, as RFC 9309 has it: a robots.txt that is not there (4xx, too many redirects) allows
 * everything, one that fails (5xx, no connection) nothing for now; of the rules that fit, the longest counts.
 */
export function mayFetch({ robotsTxt, status }: RobotsAnswer, url: string, userAgent: string): RobotsVerdict {
  const ofStatus = verdictOfStatus(status)
  if (ofStatus !== null) return ofStatus
  if (!/^https?:/i.test(url) || !canParseUrl(url)) return refuse('this is no web address', false)
  const address = new URL(url)
  address.hash = ''
  if (address.pathname === '/robots.txt') return allow()
  return verdictOfRules(rulesFor(parsedPart(robotsTxt ?? ''), productToken(userAgent)), address)
}
