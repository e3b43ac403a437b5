const NAME = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const PART = '(?: (?:morning|afternoon|evening|night|lunchtime))?'
const WHEN =
  '(?:earlier today|late last night|last night|this (?:morning|afternoon|evening|week|weekend)|(?:earlier|late|early) (?:this|last) week|last (?:week|weekend)|yesterday|today|overnight)'

/** "late on Tuesday evening", "earlier this week": an adverbial that can be cut. */
export const ADVERBIAL = `(?:(?:late |early |later )?on ${NAME}${PART}|${WHEN})`
/** As American papers write it, after a verb: "said Tuesday". */
export const ADVERBIAL_AFTER_VERB = `(?:(?:late |early )?(?:on )?${NAME}${PART}|${WHEN})`

/** "killed late Friday in Leeds", "held talks Friday, officials said": American papers leave out the "on". */
export const BARE_DAY = new RegExp(
  `(?<=\\b(?!(?:the|a|an|this|that|of|on|by|since|until|till|from|before|after|for|every|each|next|last|and|or|to|through|its|his|her|their|than|between|early|late)\\b)[\\p{Ll}\\d]+) (?:(?:late|early) )?${NAME}${PART}(?=[,.]| (?:that|to|in|at|for|with|by|from|after|when|as|while|following|because|during|near|outside) )`,
  'gu'
)

/** "Shares lost 4% this week": without the time that it was measured over, a figure is another one. */
export const MEASURED_OVER =
  /^(?=.*\b(?:this|last|past) (?:week|weekend|fortnight)\b)(?=.*\b(?:rose|fell|gained|lost|climbed|dropped|grew|shed|jumped|slid|slipped|added|up|down|higher|lower)\b.*\d)/i

/** "until 9am on Monday": without its day, a time is another one. */
export const AT_TIME =
  /\b(?:until|till|by|from|before|after|since|at) (?:about |around )?(?:noon|midnight|\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?|o['’]clock)?),? $/i
const LASTS = /\b(?:is|are|has|have|remains?|stays?|will)\b/
const IS_OVER = /\b(?:was|were|had)\b/

/** Does the text before a day give a time that has not come yet? */
export const isTimeToCome = (before: string): boolean =>
  AT_TIME.test(before) && LASTS.test(before) && !IS_OVER.test(before)

export const DAY_NAME = new RegExp(`\\b${NAME}\\b`)
/** Day names that are no dates. */
export const NAMED_DAYS = new RegExp(
  `\\b(?:Black|Good|Cyber|Super|Easter|Bloody|Ash|Palm|Holy|Shrove|Giving) ${NAME}\\b|` +
    `\\b${NAME} (?:Times|Mirror|Telegraph|Express|Mail|Night|League|Post|Herald|Star)\\b`,
  'g'
)
/** "Tuesday, September 2", "Tuesday 2 September" */
export const FULL_DATE = new RegExp(`\\b${NAME},? (?:the )?(?:\\d{1,2}|[A-Z][a-z]{2,8}\\.? \\d{1,2})\\b`, 'g')
/** Holds for a day, or a few. */
export const SHORT_LIVED = new RegExp(
  '\\b(?:yesterday|today|tonight|tomorrow|overnight|just now|this time|later(?= for\\b)|' +
    '(?:this|last|next|earlier|later|past|coming|recent) (?:\\w+ )?(?:morning|afternoon|evening|night|week|weekend|fortnight|hours?|days)|past (?:\\w+ )?weeks|' +
    `(?:last|next|this) ${NAME}|(?:hours?|minutes?|days?|weeks?|moments) ago)\\b`,
  'i'
)
export const MONTH_LONG =
  /\b(?:(?:last|this|next|past) (?:month|spring|summer|autumn|fall|winter)|months? ago)\b/i
export const YEAR_LONG = /\b(?:(?:last|this|next) year|years? ago)\b/i

/** What is to come, up to the word before the day. Not a clause about the past that stands between. */
export const TO_COME =
  /\b(?:will|won't|shall|plans? to|to be|(?:is|are) (?:to|due|set|expected|scheduled|slated|planned)|(?<!\b(?:was|were|been|had) )(?:due|set|expected|scheduled) to|opens|starts|begins|closes|ends|runs)\b[^,;:“”"]{0,70}$/i
const PASSIVE = /\b(?:be|been|being|is|are) (?:\w+ly )?\w+(?:ed|en|wn|ld|de|ught)\b/gi
const PAST = /\b(?:said|told|ruled|was|were|had|did|made|took|gave|went|came|found|met|saw|\w{2,}ed|that)\b/i

/** Does the text before a day speak of what is to come? */
export function isToCome(before: string): boolean {
  const [found] = TO_COME.exec(before) ?? []
  if (found === undefined) return false
  const rest = found.replace(
    /^(?:is|are|due|set|expected|scheduled)(?: (?:to|due|set|expected|scheduled|slated|planned))*/i,
    ''
  )
  return !PAST.test(rest.replace(PASSIVE, ''))
}
