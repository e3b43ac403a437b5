import { countWords } from '../../domain/text.ts'

/** After a heading or a line like one of these, no more of the story follows. */
const END_MATTER: RegExp[] = [
  /^(?:a version of )?this (?:article|story|column|essay)\b.{0,60}\b(?:appears|appeared|ran|was published)\b.{0,20}\b(?:in print|on page|print edition)/i,
  /^(?:read|see|watch|listen|more)(?: more| next| also| on this)?\s?:$/i,
  /^(?:about the authors?|author bio(?:graphy)?|more (?:from|on|about|stories)\b.{0,60}|(?:related|recommended)(?: (?:stories|articles|content|posts|news|coverage|links|topics|reading|videos?|for you))?|you may (?:also )?like|most (?:read|popular|viewed)|trending(?: now)?|top stories|latest (?:news|stories)|popular (?:now|stories)|editors?['’] picks|what to read next|up next|further reading|see also|references|footnotes|notes and references|sources)\s?:?$/iu,
  /^(?:\d{1,6} )?(?:comments?|responses?|replies)(?: \(\d{1,6}\)| on .{0,160})?$/i,
  /^(?:leave a (?:comment|reply)|join the (?:conversation|discussion)|share your thoughts|post navigation|filed under:?|tagged(?: with)?:?)$/i
]

/** Is this short line the heading of what comes after a story: related ones, comments, about the author? */
export const isEndMatter = (line: string): boolean =>
  line.length <= 200 && END_MATTER.some(pattern => pattern.test(line.replace(/[.…]+$/, '').trim()))

/** Lines of a page that are none of the story, wherever they stand. */
const LINES: RegExp[] = [
  /^(?:powered by|sponsored by|presented by|brought to you by|in association with|advertiser content)\b.{0,80}$/i,
  /^(?:article|story) continues (?:below|after)\b/i,
  /^(?:scroll|skip) (?:down|past|to)\b.{0,80}$/i,
  /^(?:image|photo|video|picture|media|figure)(?: \d{1,3})?(?: of \d{1,3})?(?: caption)?[,.]?$/i,
  /^\d{1,3}\s?(?:\/|of)\s?\d{1,3}$/,
  /^(?:map|chart|table|graphic|infographic|timeline|figure \d{1,2}|gallery|slideshow)\s?:/i,
  /^(?:first published|published|last updated|updated|posted)\b.{0,20}\d.{0,60}$/i,
  /^(?:order reprints|today['’]s paper|reprints)\b/i,
  /^(?:this version|this story|an earlier version)\b.{0,60}\b(?:corrects|corrected|misstated|misspelled|incorrectly|misidentified)\b/i,
  /\bcontributed to this (?:report|story|article)\b|\bcontributed reporting\b|^(?:with|additional) reporting (?:by|from)\b/i,
  /^\[?(?:read|watch|listen|see|more|lire(?: aussi)?|lesen sie auch|mehr|leggi anche|lee también)\s?:/i,
  /^\[[^\]]{3,200}\]$/,
  /^(?:[-–—]\s?)?(?:\p{Lu}[\p{L}.'’-]{0,20},? ){1,4}(?:Ph\.?\s?D|M\.?D|R\.?N|M\.?Sc|LL\.?D)\.?$/u,
  /\((?:ap|afp|reuters|epa|pa|getty(?: images)?|[^()]{3,60} ?\/ ?(?:ap|afp|reuters|getty(?: images)?|epa|the [\p{L} ]{3,30}))\)$/iu,
  /^(?:we may (?:earn|receive)|if you (?:buy|click|purchase)|when you (?:buy|purchase|click))\b.{0,120}\b(?:commission|links?)\b/i,
  /^(?:your|you've|you have)\b.{0,80}\b(?:browser|javascript|ad ?blocker|articles? (?:left|remaining)|free articles?)\b/i,
  /\b(?:enable|turn on|disable) (?:javascript|cookies|your ad ?blocker)\b/i
]

/** Captions that stand among the paragraphs, however long. */
const CAPTIONS: RegExp[] = [
  /^in this .{0,60}\b(?:photo|photograph|image|picture|frame grab|handout|satellite view)\b/i,
  /\b(?:photo|image|picture)s? (?:via|by|courtesy)\b[^()]{0,60}\)$/i
]

/** Words that sell a subscription or ask for consent, not tell the news; in a short line only. */
const OFFERS =
  /^(?:already (?:a )?(?:subscriber|member|have an account)|subscribe (?:now|today|to)|create (?:a free|an) account|start your (?:free )?trial|cancel any ?time|try (?:it )?(?:free|for)|\S{0,3}\d+(?:\.\d\d)?\/(?:\p{L}+\/)?(?:week|month|year)|we accept (?:credit|all|visa|major))|\b(?:cancel any ?time|first (?:month|week) is free|(?:free|paid) (?:weekly |daily )?newsletter)\b|\bwe value your privacy\b|\b(?:our|we and our)(?: \d+)? partners\b.{0,80}\b(?:store|access|process|cookies)\b/iu

/** Is this line part of the page around a story? For lines that markup did not give away. */
export function isPageFurniture(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line) || CAPTIONS.some(pattern => pattern.test(line))) return true
  if (LINES.some(pattern => pattern.test(line.slice(0, 700)) && countWords(line) <= 60)) return true
  return countWords(line) <= 40 && OFFERS.test(line)
}

const ROLE =
  '(?:reporter|correspondent|editor|writer|journalist|columnist|author|contributor|freelancer?|producer|fellow|professor|critic|blogger|staff writer)'
const BEAT = new RegExp(
  `\\b${ROLE}\\b.{0,80}\\b(?:cover(?:s|ing)|writes? (?:about|on|for)|writing about|focus(?:es|ing) on|based in)\\b|\\b(?:follow|reach|contact|email) (?:him|her|them|\\p{Lu}\\p{L}+) (?:on|at|via)\\b`,
  'iu'
)
const IS_SOMEBODY = new RegExp(`^.{2,60}?\\b(?:is|was|has been|works as)\\b.{0,60}\\b${ROLE}\\b`, 'iu')

/** Does a line at the end tell of the one who wrote the story? `byline` as the page has it. */
export function isAuthorBio(line: string, byline: string | null): boolean {
  const [, ...rest] = (byline ?? '').split(/\s+/)
  const surname = rest.at(-1)?.replace(/[^\p{L}'’-]/gu, '') ?? ''
  const isOfAuthor = surname.length > 2 && line.slice(0, 80).includes(surname)
  return BEAT.test(line) || (isOfAuthor && IS_SOMEBODY.test(line))
}
