import { WEEKDAYS } from '../dates/calendar.ts'

/** That the show told something before, as a sentence says it. */
export interface MemoryClaim {
  text: string
  /** The day that it names for that, as said: "yesterday", "on friday"; null where it names none. */
  day: string | null
  /** It speaks of the episode before this one. */
  isLast: boolean
}

const WEEKDAY = `(?:${WEEKDAYS.join('|')})`
const DAY = `(?:the day before yesterday|yesterday(?: morning| evening)?|last night|earlier today|(?:back )?on ${WEEKDAY}|last ${WEEKDAY}|${WEEKDAY}|earlier this week|(?:late )?last week|(?:two|three|four|five|six|seven|\\d+) days ago|a week ago)`
const TOLD = `(?:told|reported|brought you|covered|mentioned|spoke (?:to you )?(?:of|about)|talked (?:to you )?about|discussed|looked at|said|explained)`
const VAGUE = `(?:last time|previously|recently|in an? (?:earlier|previous|recent) (?:episode|show|edition)|the other day)`
const EPISODE = `(?:episode|edition|brief|briefing|podcast|bulletin)`
const SHOW = `(?:${EPISODE}|show|programme|program)`

/** Words of the show itself about what it told; a day in them is the first group. */
const CLAIMS: readonly RegExp[] = [
  `(${DAY}),? (?:as )?(?:we|i) (?:had |first )?${TOLD}`,
  `${VAGUE},? (?:as )?(?:we|i) (?:had |first )?${TOLD}`,
  `(?:we|i)(?:'ve|'d| have| had)? (?:first |already )?${TOLD}(?: you)?(?: (?:of|about|on))?(?: (?:this|it|that|them|here|the story|this story|that story))?,? (${DAY})\\b`,
  `(?:we|i)(?:'ve|'d| have| had)? (?:first |already )?${TOLD}(?: you)?(?: (?:of|about|on))?(?: (?:this|it|that|them|here|the story|this story|that story))?,? ${VAGUE}\\b`,
  `(?:we|i)(?:'ve|'d| have| had)? (?:first |already )?told you\\b`,
  `as (?:we|i)(?:'ve|'d| have| had)? (?:first |already )?(?:reported|covered)\\b(?!,? (?:earlier in|at the (?:top|start)|a (?:moment|minute)))`,
  `(?:you|listeners)(?:'ll| will| may| might| can)? (?:\\w+ )?(?:remember|recall|know)(?: (?:this|it|that|the story))? from (${DAY}|last time|our last ${SHOW}|earlier ${SHOW}s)`,
  `(?:regular|longtime|long-time|loyal) listeners (?:\\w+ ){0,2}(?:remember|recall|know)`,
  `(?:you (?:may|might|will)|you'll) (?:remember|recall) (?:that )?(?:we|when we|what we)\\b`,
  `remember (?:when|what|that|how) we (?:\\w+ )?${TOLD}`,
  `(?:in|on|from|since|to|of) (${DAY})'s ${EPISODE}\\b`,
  `our (?:\\w+ )?${SHOW} (?:from|of) (${DAY})`,
  `(?:on|in|from) (?:our|one of our) (?:last|previous|earlier) ${SHOW}s?\\b`,
  `last time,? (?:we|here|around|on (?:the|this) ${SHOW})\\b`,
  `when we last (?:\\w+ )?(?:spoke|talked|met|looked|reported|checked)`,
  `since (?:we last|our last ${SHOW})`,
  `we(?:'ve| have) been following`,
  `(?:an update|a follow-up) (?:on|to) (?:a|the) story (?:that )?(?:we|from)`
].map(pattern => new RegExp(`(?<![\\w'])(?:${pattern})`))

/** In this very episode, not in an earlier one. */
const JUST_NOW =
  /^[^.]{0,60}\b(?:just (?:now|told|said|heard|mentioned)|a (?:moment|minute) ago|earlier in (?:the|this)|at the (?:top|start|beginning)|in the headlines)\b/
const OF_THE_LAST = /\blast time\b|\bour (?:last|previous) |\bwe last\b/

/** What a sentence says of earlier episodes; null where it says nothing of them. The text is folded. */
export function memoryClaimIn(folded: string): MemoryClaim | null {
  const own = folded.replace(/"[^"]*"/g, '""')
  for (const pattern of CLAIMS) {
    const found = pattern.exec(own)
    if (found === null || JUST_NOW.test(own.slice(found.index))) continue
    const [text, day] = found
    return { text, day: day?.replace(/^(?:back |late )/, '') ?? null, isLast: OF_THE_LAST.test(text) }
  }
  return null
}
