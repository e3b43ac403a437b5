import { splitSentences } from '../../domain/sentences.ts'
import { cleanText, countWords, oneLine } from '../../domain/text.ts'
import { isBoilerplateLine, isBoilerplateSentence } from './boilerplate.ts'
import { stripLeadIn } from './strip-lead-in.ts'

export const MAX_TEXT = 20_000

const TRUNCATION =
  /(?:\s*(?:\[\s?(?:…|\.{2,3}|&hellip;)\s?\]|\((?:more|continued)\s?(?:…|\.{3})?\)|…|\.{3})\s*)+(?:»|›|→|&raquo;)?$/i
const MARKS = /\[(?:link|comments|\d{1,3}|citation needed|edit|video|pdf)\]/gi
const ASIDE_URL = /\s?[([](?:https?:\/\/|www\.)[^\s()[\]]{1,2000}[)\]]/g
const URL_OR_MAIL =
  /\b(?:https?:\/\/|www\.|pic\.twitter\.com)|(?:^|\s)@\w{2,30}|#\w{2,40}\s[^#]{0,80}#\w|[\w.]{1,64}@[\w-]{1,64}\.\w/i
const COMPLETE = /[.!?]["'”’»)\]]{0,3}$/
const ELLIPSIS = /(?:…|\.\.)["'”’)]{0,3}$/

/** A cut sentence often ends with one of these; a whole one hardly ever. */
const DANGLING =
  /(?:^|\s)(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|but|as|than|that|which|who|is|are|was|were|has|have|had|will|would|its|his|her|their|into)$/i

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function tidyParagraph(paragraph: string): string {
  const line = oneLine(cleanText(paragraph).replace(MARKS, ' ').replace(ASIDE_URL, ''))
  const appeared = line.indexOf('appeared first on ')
  const post = appeared === -1 ? -1 : line.lastIndexOf('The post ', appeared)
  return (post === -1 ? line : line.slice(0, post)).slice(0, MAX_TEXT).trimEnd().replace(TRUNCATION, '…')
}

const isCompleteSentence = (sentence: string): boolean => COMPLETE.test(sentence) && !ELLIPSIS.test(sentence)

/** A standfirst has no full stop, but is a whole thought; a heading is shorter, a cut text is the last one or dangles. */
function isStandfirst(paragraph: string, isLast: boolean): boolean {
  const words = countWords(paragraph)
  return (
    words >= 8 &&
    words <= 45 &&
    !isLast &&
    /^["“‘]?[\p{Lu}\d]/u.test(paragraph) &&
    /[\p{L}\p{N}%”’")]$/u.test(paragraph) &&
    !DANGLING.test(paragraph)
  )
}

function sentencesOf(paragraph: string, isLast: boolean): string[] {
  const sentences = splitSentences(paragraph)
  const [only = ''] = sentences
  if (sentences.length === 1 && !COMPLETE.test(only) && isStandfirst(only, isLast)) return [`${only}.`]
  return sentences.filter(isCompleteSentence)
}

const isOfTheStory = (sentence: string): boolean =>
  !URL_OR_MAIL.test(sentence) && !isBoilerplateSentence(sentence) && countWords(sentence) > 1

/** The whole text is one unmarked sentence, short enough that nobody cut it. */
const isShortText = (paragraphs: string[]): boolean =>
  paragraphs.length === 1 && (paragraphs[0] ?? '').length < 250

/**
 * The sentences of the story itself, whole ones only, in paragraphs parted by a blank line; at most 20,000 characters.
 * Datelines, bylines, captions, credits, calls to read, follow or subscribe, addresses, cut sentences, repetitions, and
 * a first sentence that only says the title again are gone.
 */
export function cleanBody(text: string, title: string): string {
  const lines = text
    .split('\n\n')
    .map(tidyParagraph)
    .filter(line => line !== '' && !isBoilerplateLine(line))
  const mayBeCut = !isShortText(lines)
  const seen = new Set([normal(title)])
  const paragraphs = lines.map((line, at) =>
    sentencesOf(at === 0 ? stripLeadIn(line) : line, mayBeCut && at === lines.length - 1)
      .filter(isOfTheStory)
      .filter(sentence => !seen.has(normal(sentence)) && seen.add(normal(sentence)))
      .join(' ')
  )
  return withinLimit(paragraphs.filter(paragraph => paragraph !== ''))
}

function withinLimit(paragraphs: string[]): string {
  let length = 0
  return paragraphs.filter(paragraph => (length += paragraph.length + 2) <= MAX_TEXT).join('\n\n')
}
