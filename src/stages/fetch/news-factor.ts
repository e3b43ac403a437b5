import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { Item } from '../../domain/feed.ts'

const OPINION_TITLE =
  /^(?:opinion|editorial|comment|analysis|column|review|letter|interview|essay|obituary)\b\s?[:|–—-]|\s\|\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}(?: and .{3,40})?$|\?$|^(?:how|why|what|should|the \d+|\d+ (?:best|ways|things|reasons))\b/iu
const OPINION_PATH =
  /\/(?:opinions?|commentisfree|comment|editorials?|columns?|columnists|letters|reviews?|essays?|blogs?|ideas|op-?eds?)\//i
const OPINION_TOPIC = /^(?:opinion|comment|editorials?|columnists|op-ed|letters|reviews?)$/i

/** Outside quotation marks, people who report do not say "I". */
const FIRST_PERSON = /(?:^|[.!?] |, )(?:I|I’m|I'm|I’ve|I've|My|We|Our)\s/
const QUOTED = /["“][^"“”]{0,600}["”]/g

const OPINION = 0.6

/** 1 for a report of what happened; less for opinion, reviews, questions and first-person pieces, which tell badly as news. */
export function newsFactor(item: Item): number {
  const path = item.url !== null && canParseUrl(item.url) ? new URL(item.url).pathname : ''
  const isOpinion =
    OPINION_TITLE.test(item.title.slice(0, 300)) ||
    OPINION_PATH.test(path) ||
    item.topics.some(topic => OPINION_TOPIC.test(topic)) ||
    FIRST_PERSON.test(item.text.slice(0, 1500).replace(QUOTED, ''))
  return isOpinion ? OPINION : 1
}
