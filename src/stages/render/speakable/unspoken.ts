import { FIRST_NAMES } from './first-names.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { ACT, DIRECTION, MANNER, STUDIO } from './unspoken-words.ts'

const THINKING = ['think', 'thinking', 'reasoning']

/** Without backtracking: a page of "<think>" is read once. */
const dropBetween =
  (opening: string, closing: string): Rule =>
  text => {
    const small = text.toLowerCase()
    let [kept, from, open] = ['', 0, small.indexOf(opening)]
    for (let close = small.indexOf(closing); close !== -1; close = small.indexOf(closing, from)) {
      if (open !== -1 && open < close) kept += `${text.slice(from, open)} `
      else if (kept.trim() === '') kept = ''
      from = close + closing.length
      if (open !== -1 && open < from) open = small.indexOf(opening, from)
    }
    return kept + (open === -1 ? text.slice(from) : text.slice(from, open))
  }

/** What a model thought before it spoke; cut off at either end it goes all the same. */
const thoughts = inOrder(...THINKING.map(name => dropBetween(`<${name}>`, `</${name}>`)))

const controls: Rule = text => text.replace(/<\|[^|<>]{0,60}\|>/g, ' ')

const square = new RegExp(String.raw`\[ ?(?:${STUDIO}) ?\](?!\()`, 'gi')
const curly = new RegExp(String.raw`\{ ?(?:${STUDIO}|[a-z]{2,12}[:=][^{}\n]{1,60}) ?\}`, 'gi')
const round = new RegExp(String.raw`\( ?(?:${DIRECTION}) ?\)`, 'gi')
const starred = new RegExp(String.raw`(\*{1,3}|_{1,3})(?:${ACT})\1(?![\w*])`, 'gi')
/** "She was *excited*, too" is stressed; "*excited* We won" is a direction. */
const starredManner = new RegExp(
  String.raw`(?<=^|[.!?:] {0,3})(\*{1,3})(?:${MANNER})\1(?=\s+["']?[A-Z])`,
  'gi'
)

const directions: Rule = text =>
  [square, curly, round, starred, starredManner].reduce((rest, pattern) => rest.replace(pattern, ' '), text)

/** Thoughts, stage directions, style tags: a listener never hears them. */
export const dropUnspoken: Rule = inOrder(thoughts, controls, directions)

const ROLE =
  /^(?:host|co-?host|speaker|narrator|announcer|anchor|presenter|interviewer|moderator|voice|guest)(?: ?(?:\d{1,2}|[a-z]|one|two))?$/i
const LABEL =
  /^\s{0,4}(?:\*\*|__|\*|_)?[[(]?\s?([\p{L}\d][\p{L}\d .,'’!?&+/-]{0,39}?)\s?[\])]?(?:\*\*|__|\*|_)?\s?(?:\([^()]{1,40}\)|\[[^[\]]{1,40}\])?\s?:(?:\*\*|__|\*|_)?(?=\s|$)\s*/u

/** "Sarah: Good morning" → "Good morning"; "Ukraine: five dead" stays. */
function dropLabel(text: string, speakers: readonly string[] = []): string {
  const [label = '', name = ''] = LABEL.exec(text) ?? []
  const isSpeaker =
    speakers.some(speaker => speaker.toLowerCase() === name.toLowerCase()) ||
    ROLE.test(name) ||
    FIRST_NAMES.has(name.charAt(0).toUpperCase() + name.slice(1).toLowerCase())
  return isSpeaker ? text.slice(label.length) : text
}

/**
 * A turn without what nobody is to hear: thoughts, stage directions, tags, the label of its speaker. To be done before it
 * is cut into sentences, since a thought may hold several.
 */
export const dropFromTurn = (text: string, speakers: readonly string[] = []): string =>
  dropLabel(dropUnspoken(text).trim(), speakers)
