/** A part of a text, in its order. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  /** A line that parts two scenes. */
  | { kind: 'break' }
  /** Silence that the text asks for; null where it does not say how long. */
  | { kind: 'pause'; seconds: number | null }

const PAUSE =
  /[[(] *(?:(?:a |short |long )*(?:pause|silence)) *(?:(?:of|for|:|,|-)? *(\d{1,3}) *(s|secs?|seconds?|m|mins?|minutes?))? *\.?[\])]/gi
const ATX = /^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$/
const BREAK = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:~\s*){3,}|[#*⁂])\s*$/
const UNDERLINE = /^ {0,3}(=+|-{3,})\s*$/
const LIST_ITEM = /^\s*(?:[-*+•]|(\d{1,3})[.)])\s+(?=\S)/
const FENCE = /^\s*(?:```|~~~)/
/** What a link or a footnote refers to. */
const DEFINITION = /^\s*\[[^\]]+\]:\s/
const TABLE_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+/

const withoutComments = (text: string): string =>
  text
    .split('<!--')
    .map((part, at) => {
      const end = part.indexOf('-->')
      return at === 0 || end < 0 ? part : part.slice(end + 3)
    })
    .join('')

/** Comments, the settings before a text, and its code are not read. */
function withoutHidden(text: string): string {
  const visible = withoutComments(text.replace(/^---\n[^]{0,10000}?\n---\n/, ''))
  let isCode = false
  return visible
    .split('\n')
    .filter(line => {
      const isFence = FENCE.test(line)
      if (isFence) isCode = !isCode
      return !isFence && !isCode && !DEFINITION.test(line) && !TABLE_RULE.test(line)
    })
    .join('\n')
}

const secondsOf = (amount: string | undefined, unit: string | undefined): number | null =>
  amount === undefined ? null : Number(amount) * (/^m/i.test(unit ?? '') ? 60 : 1)

/** A paragraph in which the text asks for silence, as what is said and what is not. */
function parted(paragraph: string): Block[] {
  const blocks: Block[] = []
  let from = 0
  const say = (text: string): void => {
    if (text.trim() !== '') blocks.push({ kind: 'paragraph', text: text.trim() })
  }
  for (const match of paragraph.matchAll(PAUSE)) {
    say(paragraph.slice(from, match.index))
    blocks.push({ kind: 'pause', seconds: secondsOf(match[1], match[2]) })
    from = match.index + match[0].length
  }
  say(paragraph.slice(from))
  return blocks
}

/** An item of a list is a sentence of its own. */
function listItem(line: string): string {
  const item = line.replace(LIST_ITEM, (_mark, number?: string) =>
    number === undefined ? '' : `${number}: `
  )
  return /[.!?…:;,”"]\s*$/.test(item) ? item : `${item.trimEnd()}.`
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Headings, paragraphs, breaks and pauses of a text, plain or in Markdown. A line that begins with one of the names and a colon begins a paragraph. */
export function readMarkdown(text: string, names: readonly string[] = []): Block[] {
  const label = new RegExp(
    `^\\s*[*_]{0,3}(?:${['narrator', ...names].map(escaped).join('|')})[*_]{0,3}:`,
    'i'
  )
  const blocks: Block[] = []
  let lines: string[] = []
  const flush = (): void => {
    if (lines.length > 0) blocks.push(...parted(lines.join(' ')))
    lines = []
  }
  for (const whole of withoutHidden(text).split('\n')) {
    const line = whole.replace(/^\s*(?:>\s?)+/, '')
    const [, marks = '', heading = ''] = ATX.exec(line) ?? []
    const [, underline = ''] = UNDERLINE.exec(line) ?? []
    if (heading !== '') {
      flush()
      blocks.push({ kind: 'heading', level: marks.length, text: heading })
    } else if (underline !== '' && lines.length === 1) {
      blocks.push({ kind: 'heading', level: underline.startsWith('=') ? 1 : 2, text: lines.join(' ') })
      lines = []
    } else if (BREAK.test(line)) {
      flush()
      blocks.push({ kind: 'break' })
    } else if (LIST_ITEM.test(line)) {
      flush()
      blocks.push(...parted(listItem(line)))
    } else if (line.trim() === '') flush()
    else {
      if (label.test(line)) flush()
      lines.push(line.trim())
    }
  }
  flush()
  return blocks
}
