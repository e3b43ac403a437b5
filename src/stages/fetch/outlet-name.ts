import { canParseUrl } from '../../domain/can-parse-url.ts'
import { titleToPlain } from './html-to-plain.ts'

/** Words that name a section or the feed, never a publisher on their own. */
const SECTION_WORDS = new Set(
  (
    'home homepage front page news world uk us usa europe africa asia americas middle east international national local ' +
    'latest top breaking recent new current all full main most popular read stories story headlines articles article posts ' +
    'post content updates items feed feeds rss atom xml full-text politics business money economy markets finance science ' +
    'technology tech health environment climate sport sports football culture arts entertainment music film books travel ' +
    'food lifestyle life opinion comment analysis education society media video videos audio podcast podcasts blog blogs ' +
    'and the of in for from on & + gaming games reviews review features science/technology daily topics topic edition ai wellness fitness nutrition more &'
  ).split(' ')
)

const SEPARATORS = /\s+[|>»›·•:–—-]{1,2}\s+|\s*[|»›]\s*|::|:\s+/

const isSection = (part: string): boolean =>
  part
    .toLowerCase()
    .split(/[\s,/]+/)
    .every(word => word === '' || SECTION_WORDS.has(word))

const tidy = (part: string): string =>
  part
    .replace(/\s*\((?:rss|atom|feed)[^)]{0,20}\)$/i, '')
    .replace(/\s+(?:rss(?: feeds?)?|feeds?|atom|topics|articles|posts)$/i, '')
    .replace(/^(?:https?:\/\/)?www\./i, '')
    .replace(/^(?:all|latest)\s+(?=\p{Lu})/iu, '')
    .replace(/\.(?:com|co\.uk|com\.au)$/i, '')
    .trim()

const compact = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** An address in digits names nobody. */
const isDigits = (host: string): boolean => /^\[|^\d+(?:\.\d+){3}$/.test(host)

function hostOf(url: string): string {
  const host = canParseUrl(url) ? new URL(url).hostname : ''
  return isDigits(host) ? '' : host.replace(/^(?:www|feeds?|rss)\./, '')
}

/** "theregister" of www.theregister.com. */
function nameOfHost(host: string): string {
  const labels = host.split('.')
  const name = labels.length > 2 && (labels.at(-2) ?? '').length <= 3 ? labels.at(-3) : labels.at(-2)
  return name ?? labels[0] ?? ''
}

const ofHost = (part: string, host: string): boolean =>
  compact(part).length > 2 && compact(host).includes(compact(part))

/** Words in the names of publishers. */
const PUBLISHER =
  /^the \p{Lu}|\b(?:times|post|guardian|journal|herald|tribune|gazette|review|magazine|radio|press|telegraph|observer|chronicle|courier|broadcasting|bbc|cnn|npr|reuters|abc|nbc|cbs|pbs)\b/iu

/**
 * The publisher's name as it is said: the configured one, else the part of the feed's title that is no section name
 * (the one in the feed's address if there are several, else the last after "|", else the first), else the host.
 */
export function outletName(configured: string | undefined, feedTitle: string, url: string): string {
  if (configured !== undefined) return configured
  const title = titleToPlain(feedTitle)
  const parts = title
    .split(SEPARATORS)
    .map(tidy)
    .filter(part => part !== '')
  const names = parts.filter(part => !isSection(part))
  const host = hostOf(url)
  const byRule = /\s\|\s/.test(title) ? names.at(-1) : (names.find(name => PUBLISHER.test(name)) ?? names[0])
  const chosen = names.find(name => ofHost(name, host)) ?? byRule
  return (chosen ?? (nameOfHost(host) || parts[0] || 'an unnamed source')).slice(0, 80)
}
