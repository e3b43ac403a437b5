import { STYLES } from '../../../domain/style.ts'

/** Things that a stage direction lets somebody do. */
const ACTS =
  'laugh(?:s|ed|ing|ter)?|chuckl(?:es?|ed|ing)|giggl(?:es?|ing)|sigh(?:s|ed|ing)?|gasp(?:s|ing)?|groan(?:s|ing)?|' +
  'yawn(?:s|ing)?|sniff(?:s|les|ing)?|snort(?:s|ing)?|scoff(?:s|ing)?|sob(?:s|bing)?|cough(?:s|ing)?|grin(?:s|ning)?|' +
  'smil(?:es?|ing)|nod(?:s|ding)?|shrug(?:s|ging)?|wink(?:s|ing)?|whisper(?:s|ing)?|shout(?:s|ing)?|scream(?:s|ing)?|' +
  'mumbl(?:es?|ing)|mutter(?:s|ing)?|hum(?:s|ming)?|whistl(?:es?|ing)|inhal(?:es?|ing)|exhal(?:es?|ing)|' +
  'breath(?:es?|ing)?|clears? (?:his |her |their )?throat|clearing (?:his |her |their )?throat|takes? a breath|' +
  'deep breath|applause|laugh track|crosstalk|inaudible|pauses?|pausing|beat|silence'

/** How it is to be said. */
const MANNERS =
  'softly|quietly|excitedly|cheerfully|dramatically|seriously|sarcastically|deadpan|warmly|brightly|playfully|' +
  'enthusiastically|thoughtfully|nervously|sadly|happily|angrily|calm|calmly|upbeat|cheerful|enthusiastic|serious|somber|' +
  'sombre|sarcastic|dramatic|neutral|curious|thoughtful|soft voice|' +
  STYLES.join('|')

/** What the studio is to play, in square brackets or braces alone: "(music)" may be news. */
const SOUNDS =
  '(?:intro|outro|theme|upbeat|soft|background|news)? ?(?:music|jingle|sting)(?: [a-z]{3,10}){0,3}|sfx|sound effects?|' +
  'transition|break|fades? (?:in|out)|cheer(?:s|ing)|singing|crying|voice ?over|S\\d'

const EXTRA = String.raw`(?: (?:[a-z]+ly|together|again|at [a-z]+|track|for effect|\d+(?:\.\d+)? ?m?s(?:ec(?:onds)?)?))?`
const LEAD =
  '(?:(?:short|long|brief|small|dramatic|slight|light|both|they|all|audience|host|hosts|nervous) )?'
const SETTING =
  '(?:style|tone|mood|emotion|voice|speed|rate|pace|pitch|volume|intensity|pause|break|sfx|sound|music)[ \\t]?[:=][^\\n\\[\\](){}]{1,60}'

/** Sources of patterns: what between brackets is a direction and not news. */
export const DIRECTION = `${LEAD}(?:${ACTS})${EXTRA}|(?:very |slightly )?(?:${MANNERS})|${SETTING}`
export const STUDIO = `${DIRECTION}|${SOUNDS}`
export const ACT = `${LEAD}(?:${ACTS})${EXTRA}`
export const MANNER = `(?:very |slightly )?(?:${MANNERS})`
