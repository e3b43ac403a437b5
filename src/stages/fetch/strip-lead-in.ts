const AGENCY =
  '(?:Reuters|AP|AFP|CNN|CNBC|UPI|dpa|DPA|PA|ANI|PTI|IANS|Xinhua|Bloomberg|NBC News|WSJ|TASS|KYODO|Kyodo)'

/** "PARIS, Aug 28 (Reuters) - ", "(CNN) — ", "London (AP) –" */
const AGENCY_DATELINE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’/-]{1,20}[ ,]{1,2}){0,5}(?:\\d{1,2},? ){0,2}\\(${AGENCY}[^)]{0,20}\\)\\s{0,2}[-–—]{1,2}\\s{0,2}`,
  'u'
)

/** "NEW YORK — ", "KYIV, Ukraine — " */
const CAPITALS_DATELINE =
  /^(?:\p{Lu}{2}[\p{Lu}.'’-]{0,20} ?){1,4}(?:, (?:\p{Lu}[\p{L}.]{1,20} ?){1,3}(?:\d{1,2} )?)? ?[-–—]{1,2} (?=["“‘]?\p{Lu})/u

const KICKER =
  /^(?:breaking(?: news)?|exclusive|just in|developing|watch(?: live)?|video|listen|live|updated?|analysis|explainer|opinion|editorial|review|first look)\s{0,2}(?:[:|]|\s[-–—])\s{0,2}(?=["“‘]?[\p{Lu}\d])/iu

const CAPITALS_KICKER = /^(?:\p{Lu}{2,20} ){1,4}\p{Lu}{2,20}: {0,2}(?=["“‘]?\p{Lu}\p{Ll})/u

/** A byline run into the first sentence: "By ANNA LEE, Associated Press ". */
const BYLINE =
  /^By (?:\p{Lu}{2,20}[ .-]{1,2}){2,4}(?:,? ?(?:Associated Press|Reuters|AFP|Staff Writer) ?)?(?=\p{Lu}\p{Ll})/u

/** A title keeps what tells its kind (live, opinion, sponsored), so that it can be judged by it. */
const TITLE_KICKER =
  /^(?:breaking(?: news)?|exclusive|just in|developing|updated?)\s{0,2}(?:[:|]|\s[-–—])\s{0,2}(?=["“‘]?[\p{Lu}\d])/iu

/** A title without "Breaking:" and the like. */
export const stripTitleKicker = (title: string): string => title.replace(TITLE_KICKER, '')

/** The first line of a story without dateline, byline and kicker. */
export function stripLeadIn(line: string): string {
  return [KICKER, CAPITALS_KICKER, BYLINE, AGENCY_DATELINE, CAPITALS_DATELINE].reduce(
    (rest, pattern) => rest.replace(pattern, ''),
    line
  )
}
