import { numberWords } from './number-words.ts'
import { inOrder, replaceInContext } from './patterns.ts'
import type { Rule } from './patterns.ts'

const SCORED =
  /\b(?:won|win|wins|winning|beat|beats|beating|beaten|lost|lose|loses|losing|drew|draw|draws|defeat|defeats|defeated|victory|loss|score|scored|lead|leads|led|leading|trail|trailed|trailing|level|thrashed|edged|final|ended|finished|advanced|tied)\b[^.;!?]*$/

/** "won 3-1" → "three to one", "drew 1-1" → "one all", "lost 2-0" → "two nil". */
const scores = replaceInContext(
  /(?<![\w.,/$£€-])(\d{1,3})-(\d{1,3})(?![\w/]|[.,]\d|-\d)/g,
  ([match = '', ours = '', theirs = ''], before, after) => {
    if (!SCORED.test(before) && !(/[A-Z][a-z]+ $/.test(before) && /^ [A-Z][a-z]/.test(after))) return match
    if (ours === theirs) return `${numberWords(ours)} all`
    if (Number(ours) === 0 || Number(theirs) === 0)
      return [ours, theirs].map(side => (Number(side) === 0 ? 'nil' : numberWords(side))).join(' ')
    return `${numberWords(ours)} to ${numberWords(theirs)}`
  }
)

const spans: Rule = text =>
  text.replace(
    /(?<![\w.,/-])(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(\.\d{1,9})? ?- ?(?=\d)(?!\d{1,12}(?:-\d|s\b))/g,
    (_, whole: string, decimals = '') => `${numberWords(whole + decimals)} to `
  )

/** "18- to 34-year-olds" */
const hanging: Rule = text =>
  text.replace(/(?<![\w.,-])(\d{1,4})- (?=(?:to|and|or) )/g, (_, number: string) => `${numberWords(number)} `)

/** Scores and ranges: "10-12 people" → "ten to twelve people". */
export const ranges = inOrder(hanging, scores, spans)
