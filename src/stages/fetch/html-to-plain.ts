import { compile } from 'html-to-text'
import { cleanText, oneLine } from '../../domain/text.ts'

/** Nothing in these is the story's own prose. */
const SKIPPED =
  'script style noscript template iframe object svg math form button select textarea input nav aside footer figure ' +
  'figcaption picture img audio video canvas pre h1 h2 h3 h4 h5 h6 .feedflare .sharedaddy .wp-caption-text ' +
  '.caption .credit .jp-relatedposts .related .newsletter .twitter-tweet .instagram-media .tiktok-embed'

/** A line break or a cell parts as a paragraph does: what stands before it is a thought of its own. */
const BLOCKS =
  'p div section article main header ul ol li dl dt dd blockquote table thead tbody tfoot tr td th hr br center'

const blockOptions = { leadingLineBreaks: 2, trailingLineBreaks: 2 }

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 1_000_000, maxDepth: 100, ellipsis: '' },
  selectors: [
    { selector: '*', format: 'inline' },
    { selector: 'a', format: 'inline' },
    ...BLOCKS.split(' ').map(selector => ({ selector, format: 'block', options: blockOptions })),
    ...SKIPPED.split(' ').map(selector => ({ selector, format: 'skip' }))
  ]
})

/** `[word](/phonemes/)` is for those who write scripts: a feed has no say in how words sound. */
const withoutSounds = (text: string): string =>
  text.replace(/\[([^[\]()\n]{1,80})\]\(\/[^()\n]{1,200}\/\)/g, '$1')

const HAS_TAG = /<(?:\/|!--)?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>/i

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n[^\S\n]*\n/)
    .map(paragraph => oneLine(withoutSounds(cleanText(paragraph))))
    .filter(paragraph => paragraph !== '')

/** Plain text keeps its own paragraphs, which HTML would run together. */
const plainParagraphs = (text: string): string[] =>
  text.split(/\n[^\S\n]*\n/).flatMap(paragraph => paragraphsOf(toText(paragraph)))

/** HTML, HTML that was escaped twice, or plain text, as plain text; a blank line parts paragraphs. */
export function htmlToPlain(content: string): string {
  const read = (text: string): string[] =>
    HAS_TAG.test(text) ? paragraphsOf(toText(text)) : plainParagraphs(text)
  const once = read(cleanText(content)).join('\n\n')
  return HAS_TAG.test(once) ? read(once).join('\n\n') : once
}

/** A title as one plain line of at most 1 KB. */
export function titleToPlain(title: string): string {
  const plain = htmlToPlain(`<p>${title}</p>`)
  return oneLine(withoutSounds(plain).slice(0, 1000))
}
