import { MAX_TEXT } from './clean-body.ts'
import type { PageParagraph } from './page-ports.ts'

/** More than is told in the end: some of it goes on the way. Cleaning holds up everything else, so it is bounded. */
const MOST_CHARACTERS = 3 * MAX_TEXT
const MOST_PARAGRAPHS = 1_000

/** As much of a page as is looked at: its first 60,000 characters, 20,000 of one paragraph. */
export function readablePart(paragraphs: readonly PageParagraph[]): PageParagraph[] {
  let length = 0
  return paragraphs
    .slice(0, MOST_PARAGRAPHS)
    .map(({ kind, text }) => ({ kind, text: text.slice(0, MAX_TEXT) }))
    .filter(({ text }) => (length += text.length) <= MOST_CHARACTERS)
}

/** All of its text, a line for each paragraph. */
export const readableText = (paragraphs: readonly PageParagraph[]): string =>
  readablePart(paragraphs)
    .map(({ text }) => text)
    .join('\n')
