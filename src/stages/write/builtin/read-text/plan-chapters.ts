import { readMarkdown, type Block } from './read-markdown.ts'
import { plainText } from './plain-text.ts'

type Spoken = Exclude<Block, { kind: 'heading' }>

/** A part of a text with a heading of its own. */
export interface TextChapter {
  /** Empty where what is read has none. */
  title: string
  blocks: Spoken[]
}

export interface TextPlan {
  /** The heading of the whole; empty where it has none. */
  title: string
  chapters: TextChapter[]
}

type Heading = Extract<Block, { kind: 'heading' }>
const isHeading = (block: Block): block is Heading => block.kind === 'heading'

/** The heading that a text begins with is that of the whole where no other is as high. */
function wholeHeading(blocks: readonly Block[]): Heading | null {
  const [first, ...others] = blocks
  if (first === undefined || !isHeading(first)) return null
  return others.some(block => isHeading(block) && block.level <= first.level) ? null : first
}

const spoken = (block: Spoken): Spoken =>
  block.kind === 'paragraph' ? { ...block, text: plainText(block.text) } : block

const isHeard = (block: Spoken): boolean => block.kind !== 'paragraph' || /[\p{L}\p{N}]/u.test(block.text)

/** Divides a text by its headings; a heading with nothing below it is set before the next. */
export function planTextChapters(text: string, hosts: readonly string[] = []): TextPlan {
  const blocks = readMarkdown(text, hosts)
  const whole = wholeHeading(blocks)
  const chapters: TextChapter[] = [{ title: '', blocks: [] }]
  for (const block of whole === null ? blocks : blocks.slice(1)) {
    const last = chapters.at(-1)
    if (!isHeading(block)) last?.blocks.push(spoken(block))
    else if (last?.blocks.some(each => each.kind === 'paragraph') === true)
      chapters.push({ title: plainText(block.text), blocks: [] })
    else if (last !== undefined)
      last.title = [last.title, plainText(block.text)].filter(title => title !== '').join(': ')
  }
  return {
    title: whole === null ? '' : plainText(whole.text),
    chapters: chapters
      .map(({ title, blocks }) => ({ title, blocks: blocks.filter(isHeard) }))
      .filter(({ blocks }) => blocks.some(({ kind }) => kind === 'paragraph'))
  }
}
