/** Longer lines are no rules that anybody wrote. */
const MAX_LINE = 2_048

const FIELD = /^\s*([a-z-]{1,20})\s*:\s*([^#]*)/i

const RULES = new Set(['allow', 'disallow', 'crawl-delay'])

/** RFC 9309 2.2.1: a crawler is named by letters, "_" and "-" alone. */
export const productToken = (userAgent: string): string =>
  /^[a-z_-]+/i.exec(userAgent.trim())?.[0]?.toLowerCase() ?? '*'

/** The rules of a robots.txt for one crawler, each once: of all groups that name it, or else of those for "*". */
export function rulesFor(robotsTxt: string, token: string): string[] {
  const own = new Set<string>()
  const general = new Set<string>()
  let [isNamed, hasOwn, namesOwn, namesAll] = [false, false, false, false]
  for (const line of robotsTxt.split(/\r\n|\r|\n/)) {
    const [, field = '', value = ''] = FIELD.exec(line.length > MAX_LINE ? '' : line) ?? []
    const name = field.toLowerCase()
    if (name === 'user-agent') {
      const isFor = productToken(value) === token && value.trim() !== '*'
      namesOwn = isFor || (isNamed && namesOwn)
      namesAll = value.trim() === '*' || (isNamed && namesAll)
      hasOwn ||= isFor
    }
    if (name !== '') isNamed = name === 'user-agent'
    if (!RULES.has(name)) continue
    // Runs of stars mean one star.
    const rule = `${name}: ${value.trim().replace(/\*{2,}/g, '*')}`
    if (namesOwn) own.add(rule)
    if (namesAll) general.add(rule)
  }
  return [...(hasOwn ? own : general)]
}
