import { cardinal, digitWords } from './number-words.ts'
import { inOrder, replaceInContext, stopBefore } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { TIE } from './spell.ts'

const ZONE = String.raw`(?= ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|PST|PDT|PT|MST|IST|JST|hours|local time)\b)`

const MILITARY = new RegExp(
  String.raw`(?<![\w.,:])(?:([01]\d|2[0-3])([0-5]\d)${ZONE}|(?<=\b(?:at|about|around|by|until|before|after|since) )(0\d)([0-5]\d)(?![\w:]|[.,]\d))`,
  'g'
)

function minuteWords(minute: string): string {
  const value = Number(minute)
  return value < 10 ? `oh ${cardinal(value)}` : cardinal(value)
}

function clockWords(hour: string, minute: string): string {
  const value = Number(hour)
  if (hour === '00' && minute === '00') return 'midnight'
  if (minute === '00')
    return value <= 12 && value > 0 ? `${cardinal(value)} o'clock` : `${cardinal(value)} hundred`
  return `${cardinal(value)} ${minuteWords(minute)}`
}

const hourWords = (hour: string, minute: string | undefined): string =>
  minute === undefined || minute === '00'
    ? cardinal(Number(hour))
    : `${cardinal(Number(hour))} ${minuteWords(minute)}`

/** 5pm, 5:30 p.m., 10.30am, 5-6pm */
const halfDays = replaceInContext(
  /(?<![\w.:])(?:(\d{1,2})(?:[:.](\d\d))? ?- ?)?(\d{1,2})(?:[:.](\d\d))?[ -]?([ap])(\. ?m\.?|m\b)/gi,
  ([, from, fromMinute, hour = '', minute, half = '', end = ''], _, after) => {
    const start = from === undefined ? '' : `${hourWords(from, fromMinute)} to `
    const stop = end.endsWith('.') ? stopBefore(after) : ''
    return `${start}${hourWords(hour, minute)} ${half.toUpperCase()}${TIE}M${stop}`
  }
)

/** 9am-5pm */
const spans: Rule = text => text.replace(/(?<=\d ?[ap]\.? ?m\.?) ?- ?(?=\d|noon\b|midnight\b)/gi, ' to ')

/** 0600 GMT */
const military: Rule = text =>
  text.replace(MILITARY, (_, ...[zoned, zonedMinute, early, earlyMinute]: (string | undefined)[]) => {
    const [hour = '', minute = ''] = zoned === undefined ? [early, earlyMinute] : [zoned, zonedMinute]
    const hours = /^0[1-9]/.test(hour) ? `oh ${cardinal(Number(hour))}` : cardinal(Number(hour))
    return `${hours} ${minute === '00' ? 'hundred' : minuteWords(minute)}`
  })

/** 1:02:03 is a duration; 2:03.45 a race's time. */
const durations: Rule = text =>
  text
    .replace(/(?<![\w.:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\w:])/g, (_, ...parts: string[]) => {
      const units = ['hour', 'minute', 'second']
      const said = parts
        .slice(0, 3)
        .map((part, at) => `${cardinal(Number(part))} ${units[at]}${Number(part) === 1 ? '' : 's'}`)
      return `${said.slice(0, 2).join(', ')} and ${said[2]}`
    })
    .replace(
      /(?<![\w.:])(\d{1,2}):([0-5]\d)\.(\d{1,3})(?!\w)/g,
      (_, minutes: string, seconds: string, rest: string) =>
        `${cardinal(Number(minutes))} ${minuteWords(seconds)} point ${digitWords(rest)}`
    )

const clocks: Rule = text =>
  text.replace(/(?<![\w.:])([01]?\d|2[0-3]):([0-5]\d)(?![\w:])/g, (_, hour: string, minute: string) =>
    clockWords(hour, minute)
  )

const PRICED =
  /shares?|stock|price|trad|clos|yield|rate|dollar|euro|pound|index|barrel|average|percent|points?|version/i

/** at 18.30, as British and European papers print it; not where it may be a price */
const dottedClocks = replaceInContext(
  /(?<=\b(?:at|by|from|until|till|before|after|around) )([01]\d|2[0-3])\.([0-5]\d)(?![\w%°]|[.,:-]\d| ?[$£€%]| (?:million|billion|trillion|per|[a-z]{1,2}\b(?<! (?:on|in|at|to|by|as|or)))\b)/g,
  ([match = '', hour = '', minute = ''], before, after) =>
    PRICED.test(before + after) ? match : clockWords(hour, minute)
)

const ZONES: Record<string, string> = { E: 'Eastern', C: 'Central', M: 'Mountain', P: 'Pacific' }

/** 1:39 PM ET */
const american: Rule = text =>
  text.replace(
    /(?<=\b[AP][ \u203f]M )([ECMP])[SD]?T\b/g,
    (match: string, zone: string) => `${ZONES[zone] ?? match} Time`
  )

const ratios: Rule = text => text.replace(/(?<=\d):(?=\d)/g, ' to ')

/** Times of day as they are said: "5:30pm" → "five thirty P M", "0600 GMT" → "oh six hundred GMT". */
export const times = inOrder(spans, halfDays, military, durations, clocks, dottedClocks, american, ratios)
