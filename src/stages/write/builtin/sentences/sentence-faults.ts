import { countWords } from '../../../../domain/text.ts'
import { findUnspeakable } from '../../unspeakable.ts'
import { MOST_WORDS } from './cut-tail.ts'
import { opensWithQuotation, quotationFault } from './quotation-faults.ts'
import { hasVerb } from '../language/has-verb.ts'
import { ORDER_VERBS, SPEECH_VERBS } from '../language/word-lists.ts'
import { outsideQuotes, tokensOf } from '../language/words.ts'
import { isOfProgramme, isToMachine } from './to-a-machine.ts'

const LEAST_WORDS = 5
const firstWord = (text: string): string => (tokensOf(text)[0] ?? '').toLowerCase()

/** "Calling conventions and valid data: an improved version …" */
function isLabel(text: string): boolean {
  const at = text.indexOf(': ')
  const label = at < 0 ? '' : text.slice(0, at)
  return label !== '' && countWords(label) <= 7 && !hasVerb(label)
}

const PAGE =
  /\b(?:pictured|(?:see|shown|described|listed|mentioned|noted|linked|chart|table|graph|image|photo|photograph|map|video|list) (?:above|below|here)|this (?:article|story|post|page|report|blog|piece|column|newsletter|series|guide|review|gallery|episode|video|podcast|site|website|interview)|as shown|file photo|getty|shutterstock|photographs?:|photo:|image:|photo by|credit:|caption|embed|screenshot|scroll|below to|screengrab|livestream)\b|\bhere(?: is| are|['’]s)\b/i
const BOILERPLATE =
  /\b(?:subscribe|newsletters?|cookies?|advertisements?|sponsored|affiliate|commissions? from|paid content|click(?:ing)?|sign up|log in|all rights reserved|copyright|privacy policy|terms of (?:use|service)|appeared first|originally (?:published|appeared)|related:|more on this|follow us|share this|comments (?:are|section)|editor['’]s note|correction:|updated?:|submitted by|is the author of|is an? (?:\w+ )?(?:writer|reporter|journalist|correspondent|contributor|columnist|freelancer)|contributed (?:to )?report|press release|for more information|promo code|use the code|coupon|shipping|free trial|in stock|limited offer|round-?up of|weekly digest|in this (?:issue|edition))\b/i
const DEMAND = /\b(?:must|should|ought to|needs?|has to|have to)\b/
const ATTRIBUTED = new RegExp(`\\b(?:${SPEECH_VERBS}|according to|think|thinks|believes?|by law|rules?)\\b`)
const CAPTION =
  /^(?:\p{Lu}[\p{L}’'-]+ ){1,4}(?:and (?:\p{L}+ ){1,4})?(?:at|with|in|on|outside|inside|near|during|holding|wearing|speaks|poses) /u
const beforeClause = (text: string): string =>
  text.split(/,? (?:where|who|whose|which|that|when|while|as) /)[0] ?? ''

const OPINION =
  /\b(?:of course|frankly|honestly|admittedly|arguably|thankfully|sadly|unfortunately|fortunately|luckily|hopefully|needless to say|to be fair|it['’]s easy to|no wonder|oh|okay|gonna|kinda|yeah|lol|seems? to understand|is a lie|one would expect|self-proclaimed|dubious|so-called|landed with a thud|unsurprisingly|not surprisingly|ironically)\b|^(?:maybe|perhaps)\b/i
const PRAISE_OR_BLAME =
  /\b(?:horrific|terrifying|stunning|gorgeous|brilliant|wonderful|awful|terrible|fantastic|delicious|ludicrous|ridiculous|shameful|disgraceful|absurd|amazing|incredible|magnificent|superb|hilarious|mesmeri[sz]ing|breathtaking|must-have|jaw-dropping|ultimate)\b/i
/** The feed says that it is not explicit. */
const EXPLICIT =
  /\b(?:fuck\w*|shit\w*|cunt\w*|bitch\w*|asshole\w*|piss(?:ed)?|crap|penis\w*|vagina\w*|breasts?|genital\w*|masturbat\w*|porn\w*|nude|naked)\b/i

/** "If fresh, use a sharp knife", "Don’t be afraid", "…; try a dollop" */
const ORDER_AFTER =
  /(?:^(?:If|When|After|Once|For|To|Then|Next|First|Finally|Meanwhile|In|As|With|Before|While|Until)\b[^,;]{0,80}, |; |: )(?:then )?(\p{Ll}+) (?:the|a|an|it|them|all|and|in|into|with|to|until|for|your|about|over|that|no|more|each|any|some|one|half|this|these)\b/u
const isOrderWord = (word: string): boolean => ORDER_VERBS.has(word.replace('’', "'"))
/** Tells the reader what to do. */
export function isOrder(text: string): boolean {
  return isOrderWord(firstWord(text)) || isOrderWord(ORDER_AFTER.exec(text)?.[1] ?? '')
}

const FIRST_PERSON =
  /\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Oo]urs|us|[Mm]y|me|[Ll]et['’]s|[Mm]yself|[Oo]urselves)\b/

/** In the first person, outside quotations. */
export const isFirstPerson = (text: string): boolean =>
  FIRST_PERSON.test(outsideQuotes(text).replace(/\bWorld War I\b/g, ''))

/** Why a sentence cannot be said by a host, by name. Each looks at the sentence alone. */
const FAULTS: readonly [fault: string, isFault: (text: string) => boolean][] = [
  ['too long', text => countWords(text) > MOST_WORDS],
  ['too short', text => countWords(text) < LEAST_WORDS],
  ['a question', text => text.includes('?')],
  ['an exclamation', text => /!(?!\w)/.test(text)],
  ['does not begin like a sentence', text => !/^["“‘']?(?:[\p{Lu}\d$£€]|i[A-Z]|e[A-Z])/u.test(text)],
  [
    'does not end like a sentence',
    text =>
      !/[.][”"’']?$/.test(text) ||
      /(?:\.\.|…|\b(?:Rs|No|Nos|vs|Mr|Mrs|Ms|Dr|approx|Sen|Rep|Gov)\.|\b(?:the|an?|and|or|but|because|although|whose|unless(?: it)?)\.)[”"’']?$/.test(
        text
      )
  ],
  ['cut short inside', text => /\.{3}|…/.test(text)],
  ['parentheses', text => /[()[\]]/.test(text)],
  ['a list or a label', text => /[•·►→|]|(?:^| )-{1,3} ?$|^["“]?(?:[^\s:]+ ){0,3}[^\s:]+: /.test(text)],
  ['a list or a label', isLabel],
  [
    'signs of a page',
    text =>
      /[=~^#@©®™<>]|(?<=\s)-\p{L}|\p{L}-(?=\s(?!and |or |to ))|\w_\w| \/ |\b\w+\(\)|\S\.(?:js|py|html|php|exe|txt|json)\b/iu.test(
        text
      )
  ],
  ['speaks of the page', text => PAGE.test(text)],
  ['boilerplate', text => BOILERPLATE.test(text)],
  ['an opinion', text => OPINION.test(text)],
  [
    'a judgement that nobody makes',
    text => PRAISE_OR_BLAME.test(outsideQuotes(text)) && !ATTRIBUTED.test(text)
  ],
  ['explicit', text => EXPLICIT.test(text)],
  ['addressed to a machine', isToMachine],
  ['speaks of the programme', isOfProgramme],
  ['in the first person', isFirstPerson],
  ['speaks to the reader', text => /\byou(?:r|rs|rself|['’]\w+)?\b/i.test(outsideQuotes(text))],
  ['two sentences in one', text => /\p{Ll} (?:The|This|In|It|They|We) \p{Ll}/u.test(outsideQuotes(text))],
  ['a line of a programme', text => /^\p{Lu}\p{Ll}{2,8} \d{1,2}(?:, \d{4})? [-–—] /u.test(text)],
  ['an order', isOrder],
  ['a point of a list', text => /^\d{1,2}[.)] |[.!;:] \d{1,2}\.$|\bas follows\b/.test(text)],
  ['shouted', text => /(?:\b\p{Lu}{4,}\b[ ,]+){2}/u.test(text)],
  ['a demand that nobody makes', text => DEMAND.test(text) && !ATTRIBUTED.test(text)],
  ['a caption', text => CAPTION.test(text) && !hasVerb(beforeClause(text))],
  ['opens with a quotation', opensWithQuotation],
  ['no verb', text => !hasVerb(outsideQuotes(text).replace(/, \p{Ll}+ed\b[^,]*/gu, ''))]
]

/** Why a host cannot say the sentence, or null where nothing speaks against it. */
export function sentenceFault(text: string): string | null {
  const found = FAULTS.find(([, isFault]) => isFault(text))
  return found?.[0] ?? quotationFault(text) ?? findUnspeakable(text)
}

/** May a headline not be shown or said: an order to a machine, or what the feed says it is not? */
export const isImproper = (text: string): boolean =>
  isToMachine(text) || isOfProgramme(text) || EXPLICIT.test(text)

const DETERMINER =
  /\b(?:the|an?|his|her|its|their|this|these|those|some|any|every|each|no|all|both|many|most|several)\b/i

/** Headlines leave them out, or have them in the present. */
const OF_PROSE =
  /\b(?:was|were|has been|have been|had|came|took|gave|went|made|won|lost|sold|fell|rose|grew|began|became|kept|led|held|got|ran|said|told)\b/

/** Written like a headline, without articles, as the line under a headline often is. */
export const isHeadlinese = (text: string): boolean =>
  !DETERMINER.test(outsideQuotes(text)) && !OF_PROSE.test(outsideQuotes(text))
