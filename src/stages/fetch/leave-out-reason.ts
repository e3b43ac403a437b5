import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { Item } from '../../domain/feed.ts'
import { isEnglish } from './is-english.ts'

/** Kinds of entry that cannot be told as a story, by what their titles and addresses look like. */
const KINDS: { reason: string; title: RegExp; url?: RegExp }[] = [
  {
    reason: 'an advertisement',
    title:
      /^\W{0,2}(?:sponsored|advertisement|advertorial|featured advertiser|ad|promoted|paid (?:post|content)|partner content|brand(?:ed)? content)\b\W{0,2}(?:[:|\])]|\s[-–—]|content|$)|\((?:sponsored|ad|promoted)\)$|\[(?:sponsored|ad|promoted)\]/i,
    url: /\/(?:sponsored|advertorial|partner-?content|paid-?(?:post|content)|brand-?studio|native-ad)s?\//i
  },
  {
    reason: 'a list of deals',
    title:
      /\b(?:best|top|today's|early|daily|weekend|hot) .{0,30}\bdeals?\b|\bdeals? of the (?:day|week)\b|\b(?:black friday|cyber monday|prime day)\b.{0,60}\b(?:deals?|sales?|discounts?|off)\b|^deals?\s?:|\b\d{1,2}% off\b|\bsave (?:up to )?[$£€]\d|[$£€]\d{1,5} off\b|\bis (?:just|only) [$£€]\d|\b(?:coupon|promo) codes?\b|\bgiveaway\b|\blowest price\b/i,
    url: /\/(?:coupons|promo-?codes|todays-deals)\//i
  },
  {
    reason: 'a live blog',
    title:
      /^(?:live|live updates?|live blog|liveblog|watch live)\b\s?[:|–—-]|\blive (?:blog|updates|coverage|stream|score)\b|\bliveblog\b|[-–—|:]\s?(?:live|as it happened|follow live|live reaction)$|\bas it happened\b|\bminute[ -]by[ -]minute\b|\b(?:follow (?:it |the .{3,40} )?live|rolling coverage|ball[ -]by[ -]ball)\b/i,
    url: /\/(?:live|liveblog|live-updates)\//i
  },
  {
    reason: 'a video, gallery, podcast or puzzle',
    title:
      /^(?:watch|video|listen|podcast|gallery|pictures|photos?|in pictures|quiz|crossword|cartoon)\b\s?[:|–—-]|\b(?:in pictures|photo gallery|picture gallery|pictures of the (?:day|week))\b|\bcrossword\b|\bquiz\b.{0,10}$|\b(?:hints?|answers?)\b.{0,40}\b(?:wordle|connections|strands|puzzle)\b|\b(?:wordle|connections|strands)\b.{0,40}\b(?:hints?|answers?)\b|\b(?:horoscopes?|sudoku|star signs?)\b|^(?:word|quote|photo|picture|image|cartoon|joke|quiz|puzzle|riddle) of the (?:day|week)\b/i,
    url: /\/(?:videos?|av|gallery|galleries|in-pictures|crosswords?|quiz|horoscopes?)\//i
  },
  {
    reason: 'an opinion or a review',
    title:
      /^(?:opinion|editorial|comment|column|columnist|op-ed|letters?|review|hands-on|first impressions|recipes?|essay|viewpoint|perspective|ask [a-z]+|dear [a-z]+)\b\s?[:|–—]|^(?:review|opinion|recipe) of\b|\s[|–—]\s(?:opinion|editorial|comment|review|column)$|\breview\b\s?[:–—]|:\s(?:a |the )?review$|\s\|\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}(?: and .{3,40})?$/iu,
    url: /\/(?:opinions?|commentisfree|editorials?|columnists|op-?eds?|reviews?|recipes?|letters-to-the-editor)\//i
  },
  {
    reason: 'a round-up of several stories',
    title:
      /\b(?:news|world|sports?|business|tech|local|the day|the week|today|week) in brief\b|\b(?:(?:morning|evening|daily|midday|news|weekend) (?:briefing|round-?up|wrap|digest)|news (?:briefs|in (?:60|90) seconds))\b|\b(?:(?:five|six|seven|ten|\d{1,2}) (?:things|stories|headlines) (?:to know (?:today|this|for)|this (?:morning|evening|week)|(?:for|from) today)|what you need to know (?:today|this (?:morning|evening|week))|here(?:['’]s| is) what happened (?:today|this week))\b|\b(?:top|today's|today’s) headlines\b|^(?:the )?(?:week|day|month) in (?:review|pictures|news)\b/i,
    url: /\/(?:briefings?|round-?ups?|newsletters?)\//i
  },
  {
    reason: 'lottery numbers, odds or a timetable',
    title:
      /\b(?:lottery|lotto|powerball|mega millions|euromillions|thunderball) (?:results?|winning|numbers?|draw)\b|\bwinning (?:lottery |lotto |powerball )?numbers\b|\b(?:betting (?:tips|odds)|odds, (?:picks|predictions?|spread)|best bets|predictions?, (?:odds|picks)|fantasy (?:football|baseball|basketball|hockey))\b|\bkick-?off time\b|\btv channel\b|^on this day\b|^today in history\b/i
  },
  {
    reason: 'an obituary',
    title:
      /^(?:obituar(?:y|ies)|in memoriam|death notices?|funeral notices?)\b|\bobituary$|\bdeath notices\b/i,
    url: /\/(?:obituar(?:y|ies)|tm\/obituaries|death-notices)\//i
  },
  { reason: 'a question', title: /\?["'”’]?$/ },
  {
    reason: 'a list or a guide to buy',
    title:
      /^(?:the )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[\p{L}'’-]+ ){0,4}?(?:things|ways|reasons|tips|tricks|facts|signs|mistakes|hacks|ideas|gadgets|gifts|products|must-\p{L}+|questions|takeaways|lessons|recipes|places to|books to|films to|movies to|shows to)\b|^(?:the )?\d{1,3} (?:[\p{L}'’-]+ ){0,2}best\b|^(?:the |our )?(?:\d{1,3} )?(?:best|top|favou?rite) (?:\d{1,3} )?(?:[\p{L}\d'’-]+ ){1,8}(?:of|for|in|to|under|you) (?:20\d\d|you\b|your\b|every|any|buy|watch|read|stream|the money|[$£€]\d)|\b(?:gift guide|buying guide|buyer['’]s guide|shopping guide)s?\b|^what to (?:watch|read|buy|stream|wear|cook)\b|^where to (?:buy|watch|stream)\b|^how to (?:watch|buy|get|make|cook)\b/iu,
    url: /\/(?:shopping|gift-guides?|buying-guides?)\//i
  },
  {
    reason: 'a list of events',
    title:
      /\b(?:what['’]s on|things to do|events? (?:listings?|guide|diary)|this week(?:end)?['’]s events|upcoming events|datebook|calendar of events)\b|\b[Cc]alendar(?:, \p{Lu}|$)/iu,
    url: /\/(?:events?|whats-on|listings)\//i
  },
  {
    reason: 'a notice of the publisher',
    title:
      /\bwe(?:'|’)?re hiring\b|\bopen thread\b|\b(?:events?|wellness|community) calendar\b|\bweekly (?:roundup|digest|newsletter)\b|\bnewsletter\b.{0,3}$|^corrections?\b.{0,20}$|\btv (?:guide|listings)\b|\bletters to the editor\b/i
  }
]

const AD_TOPICS =
  /^(?:advertisement|advertorial|sponsored(?: content| post)?|promoted|paid content|partner content|coupons)$/i
const AD_TEXT =
  /^(?:paid|sponsored|partner) (?:content|post)\b|\bthis (?:post|article|content) (?:is|was) (?:sponsored|paid for)\b/i

const pathOf = (url: string | null): string => (url !== null && canParseUrl(url) ? new URL(url).pathname : '')

/** Why an item cannot be told as a story (an advertisement, a live blog, …); null where it can. */
export function leaveOutReason(item: Item): string | null {
  if (item.topics.some(topic => AD_TOPICS.test(topic)) || AD_TEXT.test(item.text.slice(0, 500)))
    return 'an advertisement'
  if (!isEnglish(`${item.title}. ${item.text}`)) return 'not in English'
  const title = item.title.slice(0, 300)
  const path = pathOf(item.url)
  return KINDS.find(kind => kind.title.test(title) || kind.url?.test(path))?.reason ?? null
}
