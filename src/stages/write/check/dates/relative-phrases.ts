import { addDays, daysBetween, monthIn, weekdayOf, WEEKDAYS, yearOf } from './calendar.ts'

/** A day that is named by the day of the episode, and which days it can be. */
export interface RelativePhrase {
  pattern: RegExp
  fits: (day: number, episode: number, words: RegExpExecArray) => boolean
}

const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10
}
const countOf = (word: string | undefined): number => SMALL[word ?? ''] ?? Number(word)

/** Monday is the first day of a week. */
const weekOf = (day: number): number => addDays(day, -((weekdayOf(day) + 6) % 7))
const weeksBetween = (day: number, episode: number): number => daysBetween(weekOf(day), weekOf(episode)) / 7
const monthsBetween = (day: number, episode: number): number =>
  (yearOf(episode) - yearOf(day)) * 12 + monthIn(episode) - monthIn(day)

const ago =
  (least: number, most: number) =>
  (day: number, episode: number): boolean => {
    const days = daysBetween(day, episode)
    return days >= least && days <= most
  }

export const RELATIVE_PHRASES: readonly RelativePhrase[] = [
  { pattern: /\bthe day before yesterday\b/, fits: ago(2, 2) },
  { pattern: /\b(?<!before )yesterday\b|\blast night\b|\bovernight\b/, fits: ago(1, 1) },
  { pattern: /\bthe day after tomorrow\b/, fits: ago(-2, -2) },
  { pattern: /\btomorrow\b/, fits: ago(-1, -1) },
  {
    pattern: /\b(?:today|tonight|this (?:morning|afternoon|evening)|earlier today|hours ago)\b/,
    fits: ago(0, 0)
  },
  {
    pattern: /\b(?:this|later this|earlier this) week\b(?!end)/,
    fits: (day, episode) => weeksBetween(day, episode) === 0 || ago(0, 3)(day, episode)
  },
  { pattern: /\blast week\b(?!end)/, fits: (day, episode) => weeksBetween(day, episode) === 1 },
  { pattern: /\bnext week\b(?!end)/, fits: (day, episode) => weeksBetween(day, episode) === -1 },
  { pattern: /\b(?:this|the) (?:past|last) week\b/, fits: ago(0, 8) },
  {
    pattern: /\b(?:this|earlier this|later this) month\b/,
    fits: (day, episode) => monthsBetween(day, episode) === 0
  },
  { pattern: /\blast month\b/, fits: (day, episode) => monthsBetween(day, episode) === 1 },
  { pattern: /\bnext month\b/, fits: (day, episode) => monthsBetween(day, episode) === -1 },
  { pattern: /\blast year\b/, fits: (day, episode) => yearOf(episode) - yearOf(day) === 1 },
  { pattern: /\bnext year\b/, fits: (day, episode) => yearOf(episode) - yearOf(day) === -1 },
  {
    pattern: /\b(?:this|earlier this|later this|so far this) year\b/,
    fits: (day, episode) => yearOf(episode) === yearOf(day)
  },
  {
    pattern: /\b(a|one|two|three|four|five|six|seven|ten|\d+) days? ago\b/,
    fits: (day, episode, words) => daysBetween(day, episode) === countOf(words[1])
  },
  {
    pattern: /\b(a|one|two|three|four|\d+) weeks? ago\b/,
    fits: (day, episode, words) => Math.abs(daysBetween(day, episode) - 7 * countOf(words[1])) <= 3
  },
  {
    pattern: new RegExp(`\\blast (${WEEKDAYS.join('|')})\\b`),
    fits: (day, episode, words) =>
      weekdayOf(day) === WEEKDAYS.indexOf(words[1] ?? '') && ago(1, 13)(day, episode)
  },
  {
    pattern: new RegExp(`\\bnext (${WEEKDAYS.join('|')})\\b`),
    fits: (day, episode, words) =>
      weekdayOf(day) === WEEKDAYS.indexOf(words[1] ?? '') && ago(-13, -1)(day, episode)
  }
]
