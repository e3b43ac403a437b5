import { compile } from 'html-to-text'
import { cleanText, oneLine } from '../../domain/text.ts'
import { MOST_FIELD } from './opml-limits.ts'

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 50 },
  selectors: [
    { selector: '*', format: 'inline' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' }
  ]
})

/** A title as one plain line: readers escape markup and named characters once more than they should. */
export function plainTitle(title: string): string {
  const short = title.slice(0, MOST_FIELD)
  return oneLine(cleanText(/[&<]/.test(short) ? toText(short) : short))
}
