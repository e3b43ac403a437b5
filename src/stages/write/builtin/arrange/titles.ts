import { cleanText, oneLine } from '../../../../domain/text.ts'
import { findUnspeakable } from '../../unspeakable.ts'
import { isImproper } from '../sentences/sentence-faults.ts'

const KICKER =
  /^(?:(?:live(?: updates?)?|watch|listen|opinion|analysis|exclusive|breaking(?: news)?|video|updated?|review|explainer|podcast|gallery|in pictures|comment|feature|interview|editorial|letters?|quiz|sponsored|just in|developing|news|report|first look|poll|photos?) ?(?:[:|]| [–—-] )\s*)+/i
const SYMBOLS = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{fe0f}*_`#|<>[\]{}\\^~]/gu

const plain = (text: string): string => text.toLowerCase().replace(/^the |[^\p{L}\p{N}]+/gu, '')

/** Cuts " - The Northgate Wire", " | Science" and the like. */
function cutSuffix(title: string, outlet: string): string {
  const parts = title.split(/ (?:[|–—-]|::) | ?\| ?/)
  const last = parts.at(-1) ?? ''
  const isSuffix =
    parts.length > 1 &&
    (plain(last) === plain(outlet) || title.includes('|')) &&
    last.length < title.length / 2
  return isSuffix ? title.slice(0, title.length - last.length).replace(/[ |:–—-]+$/, '') : title
}

/** A headline without the outlet's name, kicker, markup and symbols. */
export function cleanTitle(title: string, outlet: string): string {
  const line = oneLine(cleanText(title).replace(/<[^<>]{0,200}>/g, ' '))
  return oneLine(cutSuffix(line, outlet).replace(KICKER, '').replace(SYMBOLS, ' '))
}

const MOST_CHARACTERS = 60
const HANGING =
  /[\s,;:–—-]+(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|its|his|her|their|that|than|into|over|after|around|about|across|before|between|near|through|under|until|against|behind|during|since|towards?|without|within|via|per|not|no|both|new|how|what|why|when|where|if|so|it|this|these|those|will|can|could|may|is|are|was|were|be|has|have|will|who|which|while|amid|says?|up|out|half|all|some|most|more|many|two|three)$/i

/** Where a phrase begins that was cut off before its end. */
const PHRASE_START =
  /^(.*) (?:of|to|in|on|at|by|for|from|with|and|or|but|as|that|than|into|over|after|around|about|across|before|between|near|through|under|until|against|behind|during|since|while|who|which|amid) .*$/i
/** Ends of a clause at which a long headline may end, best first. */
const CLAUSES = [/^(.{22,60}?)[:;] /, /^(.{22,60}) [–—-] /, /^(.{22,60}), /]
const LEAST_CHARACTERS = 22

function shortened(title: string, most: number): string {
  if (title.length <= most) return title
  const clause = CLAUSES.map(pattern => pattern.exec(title)?.[1]).find(
    found => found !== undefined && found.length <= most
  )
  if (clause !== undefined) return clause
  const whole = title.slice(0, title.lastIndexOf(' ', most) + 1 || most).trim()
  const phrase = whole.replace(PHRASE_START, '$1')
  let short = phrase.length >= LEAST_CHARACTERS ? phrase : whole
  for (let before = ''; before !== short;) {
    before = short
    short = short
      .trim()
      .replace(HANGING, '')
      .replace(/ \S+(?:['’]s|s['’])$/, '')
  }
  return short.replace(/[\s,;:–—-]+$/, '')
}

/** A chapter's name: the headline, whole or cut at a word, at most 60 characters or `most`; null where nothing fit to print is left. */
export function chapterTitle(title: string, outlet: string, most = MOST_CHARACTERS): string | null {
  const clean = cleanTitle(title, outlet)
  const calm = /\p{Ll}/u.test(clean) ? clean : clean.charAt(0) + clean.slice(1).toLowerCase()
  const short = shortened(calm, most).replace(/["“”]/g, '').trim()
  return short === '' || findUnspeakable(short) !== null || isImproper(short) ? null : short
}
